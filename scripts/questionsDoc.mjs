// Writes docs/questions.md, how often the product has to ask: node scripts/questionsDoc.mjs (builds dist first; minutes)
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const corpus = process.env.LOSS_LENS_CORPUS ?? '../shared/corpus';
const cases = process.env.LOSS_LENS_CASES ?? '../shared/cases';
/** Such a share of the files may ask. */
const most = 1 / 20;

/** What the terminal says where the editor would ask; undefined where nothing was read. */
function questionOf(args, cwd) {
  const cli = join(process.cwd(), 'dist', 'cli.js');
  const run = spawnSync(process.execPath, [cli, 'inspect', ...args, '--json'], {
    cwd,
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  });
  if (run.status !== 0) return undefined;
  const { notes = [] } = JSON.parse(run.stdout);
  return notes.find(note => /\? Taken: .*It could also be: /.test(note)) ?? '';
}

function corpusInputs() {
  const [head, ...lines] = readFileSync('test/corpus/INDEX.tsv', 'utf8').trimEnd().split('\n');
  const at = head.split('\t').indexOf('file');
  return lines
    .map(line => line.split('\t')[at])
    .filter(file => existsSync(join(corpus, file)))
    .map(file => ({ name: file, args: [file], cwd: corpus }));
}

/** The first run of each case that names files and no roles. */
function caseInputs() {
  return readdirSync(cases)
    .filter(name => existsSync(join(cases, name, 'expect.json')))
    .flatMap(name => {
      const { run } = JSON.parse(readFileSync(join(cases, name, 'expect.json'), 'utf8'));
      const args = [run[0]].flat(2).filter(part => typeof part === 'string');
      const words = args.length === 1 ? args[0].split(' ') : args;
      return words.some(word => /^--(?:target|prediction|probability|task|explain)/.test(word))
        ? []
        : [{ name, args: words, cwd: join(cases, name) }];
    });
}

function tally(title, inputs) {
  const asked = inputs
    .map(({ name, args, cwd }) => ({ name, question: questionOf(args, cwd) }))
    .filter(({ question }) => question !== undefined);
  const asking = asked.filter(({ question }) => question !== '');
  return { title, count: asked.length, asking };
}

function rowOf({ title, count, asking }) {
  const share = count === 0 ? 'not at hand' : `${((100 * asking.length) / count).toFixed(1)} %`;
  return `| ${title} | ${count} | ${asking.length} | ${share} |`;
}

const tallies = [
  tally('corpus', existsSync(corpus) ? corpusInputs() : []),
  tally('cases', existsSync(cases) ? caseInputs() : []),
];
const all = {
  title: 'together',
  count: tallies.reduce((sum, { count }) => sum + count, 0),
  asking: tallies.flatMap(({ asking }) => asking),
};
const held = all.asking.length <= most * all.count;
const questions = all.asking.map(
  ({ name, question }) =>
    `- \`${name}\`: ${question.slice(0, question.indexOf('? Taken:') + 1).replaceAll('|', ' ')}`,
);
writeFileSync(
  join('docs', 'questions.md'),
  `# How often the product asks

Where two readings of a file are as likely, a bar over the likelier one asks once; the terminal takes the likelier and
says so. At most one file in twenty may ask. This page is written by \`node scripts/questionsDoc.mjs\`.

| files | read | ask | share |
|---|---:|---:|---:|
${[...tallies, all].map(rowOf).join('\n')}

${questions.length === 0 ? 'None of them asks.' : `Those that ask:\n\n${questions.join('\n')}`}
`,
);
console.log(`${all.asking.length} of ${all.count} files ask`);
process.exitCode = held ? 0 : 1;
