// Writes docs/mutations.md from the results of a run.
import { readFileSync } from 'node:fs';

const kinds = {
  boundary: 'a boundary moved by one, `<` for `<=`',
  comparison: 'a comparison turned round, `<` for `>=`, `===` for `!==`',
  arithmetic: 'another operator, `+` for `-`, `*` for `/`, a sign or a step dropped or turned',
  logic: '`&&` for `||`',
  negation: 'a condition or a truth value negated',
  constant: 'a number one larger or smaller',
  removal: 'a statement left out',
  return:
    'another value returned: a number plus 1, the other truth value, an empty text or list, null for an object',
};

/** Why a change makes no difference, by `keyOf` of the mutant; argued one by one. */
const equivalents = JSON.parse(readFileSync(new URL('equivalents.json', import.meta.url), 'utf8'));

/** What names a mutant as long as its code stays as it is. */
export function keyOf({ file, before, form, changed }) {
  return `${file}: ${flat(before)} -> ${form === 'value' ? 'another value' : flat(changed)}`;
}

/** The document, as Markdown. */
export function mutationsDocument({ seed, commit, mutants, results, tests, unfit }) {
  const tried = mutants.flatMap(mutant => {
    const result = results[mutant.id];
    return result === undefined
      ? []
      : [{ ...mutant, ...result, reason: equivalents[keyOf(mutant)] }];
  });
  const rooms = [...new Set(mutants.map(({ room }) => room))];
  return `# Mutations

How many changes of the code the tests notice. \`node scripts/mutate.mjs FOLDER\` draws lines of \`src/core\`, \`src/readers\` and \`src/roles\` by a seed, changes one thing on each, and runs the unit and golden tests that reach it until one fails; this document is written by it.

All mutants stand in one bundle of the tests, each behind a switch; a first run without any records which test reaches which. Tests of the host, the page and the scripts, of growth, of all regular expressions and of drawn input are left out, because they say nothing about these rooms or depend on the time or on chance, and so are ${unfit.length} tests that fail in such a bundle. What is compiled to WebAssembly (four files of the reader of delimited text, one of the statistics) is not changed: it is another language, which such a switch cannot stand in.

The changes: ${Object.values(kinds).join('; ')}.

Commit ${commit}, seed ${seed}, ${tests.length.toLocaleString('en')} tests. ${extent(mutants.length, tried)}

${table(rooms, tried)}

Killed are mutants under which a test fails, a file does not load, or the tests do not come to an end. Nothing is taken off for the equivalent ones, but in the last column.

## Equivalent

Changes that no test can notice, each with the reason.

${list(tried.filter(isEquivalent), ({ reason }) => `. ${reason}`)}

## Survivors

${rooms
  .map(
    room =>
      `### ${room}\n\n${list(
        tried.filter(one => one.room === room && isSurvivor(one)),
        told,
      )}`,
  )
  .join('\n\n')}
`;
}

function extent(count, tried) {
  const focused = tried.filter(one => one.status === 'survived' && one.tests < one.of).length;
  const whole =
    focused === 0
      ? 'Every survivor was run against all tests that reach it.'
      : `${focused} survivors have so far been run against the nearest tests alone, not against all that reach them: the shares below are lower bounds.`;
  const all = tried.length === count;
  const run = all
    ? `All ${count} mutants that were drawn have been tried.`
    : `Of ${count} mutants that were drawn the first ${tried.length} have been tried, which are a sample of lines too.`;
  return `${run} ${whole}`;
}

const isEquivalent = ({ status, reason }) => status === 'survived' && reason !== undefined;
const isSurvivor = ({ status, reason }) => status === 'survived' && reason === undefined;

function table(rooms, tried) {
  const row = (name, all) => {
    const survived = all.filter(({ status }) => status === 'survived');
    const equivalent = survived.filter(isEquivalent);
    const killed = all.length - survived.length;
    const cells = [
      name,
      all.length,
      killed,
      survived.length,
      survived.filter(one => one.of === 0).length,
      equivalent.length,
      percent(killed, all.length),
      percent(killed, all.length - equivalent.length),
    ];
    return `| ${cells.join(' | ')} |`;
  };
  return [
    '| room | drawn | killed | survived | of them reached by no test | of them equivalent | killed of all | killed of those that can be |',
    '| --- | --: | --: | --: | --: | --: | --: | --: |',
    ...rooms.map(room =>
      row(
        room,
        tried.filter(one => one.room === room),
      ),
    ),
    row('all', tried),
  ].join('\n');
}

function percent(part, whole) {
  return whole === 0 ? '' : `${((100 * part) / whole).toFixed(1)} %`;
}

function list(all, more) {
  if (all.length === 0) return 'None.';
  const inOrder = all.toSorted((a, b) => a.file.localeCompare(b.file) || a.line - b.line);
  return inOrder
    .map(one => `- ${one.file}:${one.line}, ${one.kind}: ${changeOf(one)}${more(one)}`)
    .join('\n');
}

function changeOf({ before, form, changed }) {
  const was = code(before);
  if (form === 'statement') return `${was} left out`;
  return form === 'value' ? `another value than ${was}` : `${code(changed)} for ${was}`;
}

function told({ tests, of }) {
  if (of === 0) return ' (no test reaches it)';
  return tests < of ? ` (${tests} of the ${of} tests that reach it)` : '';
}

function code(text) {
  const line = flat(text);
  const short = line.length > 70 ? `${line.slice(0, 69)}…` : line;
  return short.includes('`') ? `\`\` ${short} \`\`` : `\`${short}\``;
}

function flat(text) {
  return text.replace(/\s+/g, ' ').trim();
}
