// Runs chosen tests of the bundle under one mutant, and says what happened: fork(child, [bundle, active, files]).
const [, , bundle, active, files] = process.argv;
const hits = new Uint8Array(10_000);
let mutant = Number(active);

globalThis.$mutant = id => {
  hits[id] = 1;
  return id === mutant;
};
globalThis.$value = (id, value) => {
  if (value === undefined || value === null) return value;
  return globalThis.$mutant(id) ? otherThan(value) : value;
};

/** Another value of the same type, or null for an object. */
function otherThan(value) {
  if (Array.isArray(value)) return value.length > 0 ? [] : [undefined];
  switch (typeof value) {
    case 'boolean':
      return !value;
    case 'number':
      return Number.isFinite(value) ? value + 1 : 0;
    case 'bigint':
      return value + 1n;
    case 'string':
      return value === '' ? 'other' : '';
    case 'function':
      return () => undefined;
    default:
      return null;
  }
}

/** @typedef {{ title: string, parent: Suite | null, before: Function[], after: Function[], beforeEach: Function[], afterEach: Function[] }} Suite */
/** @type {Suite} */
let open = newSuite('', null);
let loading = '';
/** @type {Map<string, { suite: Suite, run: Function }>} */
const tests = new Map();

function newSuite(title, parent) {
  return { title, parent, before: [], after: [], beforeEach: [], afterEach: [] };
}

globalThis.describe = (title, define) => {
  open = newSuite(`${open.title} ${title}`, open);
  define.call(context);
  open = open.parent;
};
globalThis.it = (title, run) => {
  let name = `${loading}:${open.title} ${title}`;
  while (tests.has(name)) name += "'";
  if (run !== undefined) tests.set(name, { suite: open, run });
  return {};
};
for (const hook of ['before', 'after', 'beforeEach', 'afterEach'])
  globalThis[hook] = (...given) => open[hook].push(given.at(-1));

class Skipped extends Error {}
const context = {
  timeout() {},
  slow() {},
  skip() {
    throw new Skipped();
  },
};

function linesFrom(suite) {
  return suite === null ? [] : [...linesFrom(suite.parent), suite];
}

let entered = [];

/** Leaves the suites that do not hold the test, and enters those that do. */
async function enter(line) {
  while (entered.length > 0 && line[entered.length - 1] !== entered.at(-1)) await leave();
  for (const suite of line.slice(entered.length)) {
    entered.push(suite);
    for (const hook of suite.before) await hook.call(context);
    if (suite.before.length > 0) suite.hits = hits.slice();
  }
}

async function leave() {
  for (const hook of entered.pop().after) await hook.call(context);
}

let rejected;
process.on('unhandledRejection', error => (rejected = error));
process.on('uncaughtException', error => (rejected = error));

/** The reason why a test fails; undefined when it does not. */
async function failureOf(name) {
  const { suite, run } = tests.get(name);
  const line = linesFrom(suite);
  rejected = undefined;
  try {
    await enter(line);
    for (const { beforeEach } of line) for (const hook of beforeEach) await hook.call(context);
    await run.call(context);
    for (const { afterEach } of line.toReversed())
      for (const hook of afterEach) await hook.call(context);
  } catch (error) {
    return error instanceof Skipped ? undefined : String(error);
  }
  return rejected === undefined ? undefined : String(rejected);
}

async function leaveAll() {
  try {
    while (entered.length > 0) await leave();
  } catch {
    entered = [];
  }
}

/** Runs every test with no mutant; tells for each how long it took and which mutants it reached. */
async function record() {
  for (const name of tests.keys()) {
    process.send({ started: name });
    hits.fill(0);
    const start = performance.now();
    const failure = await failureOf(name);
    const line = linesFrom(tests.get(name).suite);
    const reached = [...hits.keys()].filter(
      id => hits[id] === 1 || line.some(suite => suite.hits?.[id] === 1),
    );
    process.send({ recorded: name, failure, reached, ms: performance.now() - start });
  }
  await leaveAll();
  process.send({ done: true });
}

/** The first test that fails under the mutant and holds without it. */
async function kill(names, id) {
  for (const name of names) {
    mutant = id;
    process.send({ started: name });
    if (!tests.has(name)) return { status: 'killed', by: name, why: 'is not defined any more' };
    const why = await failureOf(name);
    if (why === undefined) continue;
    if (id === Number(active)) return { status: 'killed', by: name, why: why.slice(0, 200) };
    mutant = -1;
    await leaveAll();
    if ((await failureOf(name)) !== undefined) return { status: 'worn', by: name };
    return { status: 'killed', by: name, why: why.slice(0, 200) };
  }
  return { status: 'survived' };
}

process.on('message', async message => {
  if (message.record) return record();
  const result = await kill(message.tests, message.mutant);
  mutant = Number(active);
  await leaveAll();
  return process.send({ result });
});

/** A mutant that stops a file from loading is killed by it. */
try {
  const all = require(bundle);
  for (const file of files.split(',')) {
    const from = tests.size;
    loading = file;
    all[file]();
    process.send({ loaded: file, tests: [...tests.keys()].slice(from) });
  }
  process.send({ ready: [...hits.keys()].filter(id => hits[id] === 1) });
} catch (error) {
  process.send({ result: { status: 'killed', by: 'loading', why: String(error).slice(0, 200) } });
}
