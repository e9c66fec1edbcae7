// Measures how many changes of the code the tests notice: node scripts/mutate.mjs FOLDER [--seed N] [--count N] [--again] [--focused]
// FOLDER keeps bundle and results, so that a run goes on where it was ended; --again records tests that were added and
// tries the survivors anew; --focused leaves the rest of the suite out; --document only writes docs/mutations.md, from
// what has been tried so far, as every run does at its end.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { bundle, testFiles } from './mutate/bundle.mjs';
import { mutationsDocument } from './mutate/document.mjs';
import { drawMutants } from './mutate/draw.mjs';
import { Runner } from './mutate/runner.mjs';

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    seed: { type: 'string', default: '1' },
    count: { type: 'string', default: '1000' },
    again: { type: 'boolean', default: false },
    focused: { type: 'boolean', default: false },
    document: { type: 'boolean', default: false },
  },
});
const folder = resolve(positionals[0] ?? 'out/mutations');
const rooms = ['core', 'readers', 'roles'];
/** Milliseconds of tests that are nearest to a mutant and run first. */
const focus = 5000;

mkdirSync(folder, { recursive: true });
const stateFile = join(folder, 'mutants.json');
const bundleFile = resolve('out', `mutants-${process.pid}.cjs`);
const state = existsSync(stateFile) ? JSON.parse(readFileSync(stateFile, 'utf8')) : begin();

function begin() {
  const [seed, count] = [Number(options.seed), Number(options.count)];
  const commit = execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).trim();
  return { seed, count, commit, mutants: drawMutants(rooms, count, seed), results: {} };
}

function save() {
  writeFileSync(`${stateFile}.new`, JSON.stringify(state));
  renameSync(`${stateFile}.new`, stateFile);
}

if (options.document) {
  writeFileSync('docs/mutations.md', mutationsDocument(state));
  process.exit();
}

const files = testFiles();
const distances = await bundle(state.mutants, files, bundleFile);
if (state.tests === undefined || options.again) await recordReach();

async function recordReach() {
  const recorder = new Runner(bundleFile, () => 60_000);
  const { ready, result } = await recorder.start(files);
  if (ready === undefined) throw new Error(`the tests do not load: ${JSON.stringify(result)}`);
  const recorded = await recorder.record();
  recorder.end();
  state.whenLoaded = ready;
  state.unfit = recorded
    .filter(({ failure }) => failure !== undefined)
    .map(test => [test.recorded, test.failure]);
  state.tests = recorded
    .filter(({ failure }) => failure === undefined)
    .map(({ recorded: name, reached, ms }) => ({
      name,
      file: name.slice(0, name.indexOf(':')),
      reached,
      ms,
    }));
  for (const [id, { status }] of Object.entries(state.results))
    if (status === 'survived') delete state.results[id];
  save();
}

const usual = new Map(state.tests.map(({ name, ms }) => [name, ms]));
const reaches = new Map(state.tests.map(({ name, reached }) => [name, new Set(reached)]));
const warm = new Runner(bundleFile, name => usual.get(name));
const loaded = new Set(state.whenLoaded);

/** Tests that may notice a mutant, the nearest first. */
function testsFor({ id, file }) {
  const distance = test => distances.get(test.file)?.get(file);
  const near = state.tests.filter(
    test => reaches.get(test.name).has(id) || (loaded.has(id) && distance(test) !== undefined),
  );
  return near.toSorted((a, b) => (distance(a) ?? 99) - (distance(b) ?? 99) || a.ms - b.ms);
}

function focused(tests) {
  let sum = 0;
  return tests.filter(({ ms }, i) => {
    sum += ms;
    return i === 0 || sum <= focus;
  });
}

/** In a process that has run other mutants, where it is not used when files are loaded. */
async function inWarm(tests, id, tries = 2) {
  if (warm.ended) await warm.start(files);
  const result = await warm.kill(
    tests.map(({ name }) => name),
    id,
  );
  if (result.status === 'timeout') return inNew(tests, id, 4);
  if (result.status !== 'worn') return result;
  warm.end();
  const left = tries > 1 ? tests : tests.filter(({ name }) => name !== result.by);
  return tries > 0 ? inWarm(left, id, tries - 1) : { status: 'survived', unsure: result.by };
}

async function inNew(tests, id, patience = 1) {
  const runner = new Runner(bundleFile, name => usual.get(name), patience);
  const started = await runner.start([...new Set(tests.map(({ file }) => file))], id);
  const result =
    started.result ??
    (await runner.kill(
      tests.map(({ name }) => name),
      id,
    ));
  runner.end();
  return result.status === 'timeout' && patience === 1 ? inNew(tests, id, 4) : result;
}

async function tried(mutant) {
  const tests = testsFor(mutant);
  if (tests.length === 0) return { status: 'survived', tests: 0, of: 0 };
  const first = focused(tests);
  const reach = { tests: first.length, of: tests.length };
  const run = loaded.has(mutant.id) ? inNew : inWarm;
  return { ...(await run(first, mutant.id)), ...reach };
}

/** The tests that the focus left out. */
async function triedByAll(mutant) {
  const tests = testsFor(mutant);
  const rest = tests.filter(test => !focused(tests).includes(test));
  return { ...(await inNew(rest, mutant.id)), tests: tests.length, of: tests.length };
}

async function work(pick, run) {
  const mutants = state.mutants.filter(({ id }) => pick(state.results[id]));
  for (const [i, mutant] of mutants.entries()) {
    state.results[mutant.id] = await run(mutant, state.results[mutant.id]);
    if (i % 10 === 0) save();
    if (i % 10 === 0)
      process.stdout.write(`${i} of ${mutants.length}, ${JSON.stringify(tally())}\n`);
  }
  save();
}

function tally() {
  /** @type {Record<string, number>} */
  const counts = {};
  for (const { status } of Object.values(state.results)) counts[status] = (counts[status] ?? 0) + 1;
  return counts;
}

await work(result => result === undefined, tried);
warm.end();
if (!options.focused)
  await work(result => result.status === 'survived' && result.tests < result.of, triedByAll);
writeFileSync('docs/mutations.md', mutationsDocument(state));
