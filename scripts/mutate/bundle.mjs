// One bundle of all tests, in which every mutant stands behind a switch.
import { readdirSync, readFileSync } from 'node:fs';
import { relative } from 'node:path';
import esbuild from 'esbuild';
import buildScript from '../../esbuild.js';

/** Tests of other rooms, of the time things take, and of what is drawn at random. */
const leftOut = /^test\/unit\/(host|webview|scripts|growth|regexes|fuzz|package)\b/;

/** @returns {string[]} */
export function testFiles() {
  return ['test/unit', 'test/golden']
    .flatMap(root => readdirSync(root, { recursive: true }).map(file => `${root}/${file}`))
    .map(file => file.replaceAll('\\', '/'))
    .filter(file => file.endsWith('.test.ts') && !leftOut.test(file))
    .sort();
}

/**
 * Builds the tests with the switches; answers which test file takes which source, and over how many steps.
 *
 * @param {readonly import('./draw.mjs').Mutant[]} mutants
 * @param {readonly string[]} files
 * @param {string} outfile
 */
export async function bundle(mutants, files, outfile) {
  const {
    outdir: _,
    entryPoints: __,
    outbase: ___,
    ...common
  } = buildScript.testBundle([], outfile);
  const { metafile } = await esbuild.build({
    ...common,
    plugins: [switches(mutants), ...common.plugins],
    stdin: {
      contents: `module.exports = {${files.map(file => `${JSON.stringify(file)}: () => require('./${file}')`)}};`,
      resolveDir: '.',
    },
    sourcemap: false,
    outfile,
  });
  return new Map(files.map(file => [file, distances(metafile.inputs, file)]));
}

/** @returns {import('esbuild').Plugin} */
function switches(mutants) {
  return {
    name: 'switches',
    setup(build) {
      build.onLoad({ filter: /[\\/]src[\\/].*\.ts$/, namespace: 'file' }, ({ path }) => {
        const file = relative(process.cwd(), path).replaceAll('\\', '/');
        const own = mutants.filter(mutant => mutant.file === file);
        if (own.length === 0) return undefined;
        return { contents: switched(readFileSync(path, 'utf8'), own), loader: 'ts' };
      });
    },
  };
}

/** The text with its mutants, one inside another where they stand so. */
export function switched(text, mutants) {
  const inOrder = mutants.toSorted((a, b) => a.start - b.start || b.end - a.end);
  const [pieces] = piecesOf(text, inOrder, 0, 0, text.length);
  return pieces;
}

function piecesOf(text, mutants, first, from, to) {
  let [out, at, next] = ['', from, first];
  while (next < mutants.length && mutants[next].end <= to) {
    const mutant = mutants[next];
    const [inner, after] = piecesOf(text, mutants, next + 1, mutant.start, mutant.end);
    out += text.slice(at, mutant.start) + wrapped(mutant, inner);
    [at, next] = [mutant.end, after];
  }
  return [out + text.slice(at, to), next];
}

function wrapped({ id, form, changed }, inner) {
  if (form === 'statement') return `{ if (!$mutant(${id})) { ${inner} } }`;
  if (form === 'value') return `$value(${id}, (${inner}))`;
  return `($mutant(${id}) ? (${changed}) : (${inner}))`;
}

/** How many imports lie between a test and each source it takes. */
function distances(inputs, file) {
  const found = new Map([[file, 0]]);
  for (const [path, distance] of found) {
    for (const { path: other } of inputs[path]?.imports ?? [])
      if (!found.has(other)) found.set(other, distance + 1);
  }
  return found;
}
