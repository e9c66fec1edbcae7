import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import esbuild from 'esbuild';
import type { Engine } from '../../../../src/engine/engine';
import { startWorkerEngine } from '../../../../src/engine/node/workerEngine';

const folder = mkdtempSync(join(tmpdir(), 'loss-lens-worker-'));
const workerPath = join(folder, 'worker.js');
/** The engine's worker, over files whose names say what becomes of the thread that reads them. */
const workerText = `
  import { parentPort } from 'node:worker_threads';
  import { inProcessEngine } from './engine/inProcessEngine';
  import { outliveStrayRejections } from './engine/node/outliveStrayRejections';
  import { serveEngine } from './engine/serveEngine';
  import { withLifeSigns } from './engine/supervision/lifeSigns';
  const engine = inProcessEngine({ openFile: () => Promise.reject(new Error('no files')) });
  const fates = {
    'loop.csv': () => { for (;;); },
    'throw.csv': () => { setImmediate(() => { throw new TypeError('x is not a function'); }); return new Promise(() => {}); },
    'exit.csv': () => process.exit(3),
    'stray.csv': () => { Promise.reject(new Error('nobody waits for this')); },
  };
  outliveStrayRejections();
  serveEngine(
    withLifeSigns({
      post: message => parentPort.postMessage(message),
      listen: handler => parentPort.on('message', handler),
    }),
    { ...engine, inspect: async (sources, ...rest) => {
        await fates[sources[0].name]?.();
        return engine.inspect(sources, ...rest);
    } },
  );
`;
const text = new TextEncoder().encode('y_true,y_pred\n1,2\n3,5\n4,4\n');
const read = (engine: Engine, name: string) =>
  engine.inspect([{ kind: 'bytes', name, bytes: text }], {});

describe('an engine in a thread of its own', () => {
  let engine: Engine;

  before(async function () {
    this.timeout(60_000);
    const { builtFiles } = createRequire(join(process.cwd(), 'test'))('./esbuild.js');
    await esbuild.build({
      stdin: { contents: workerText, resolveDir: 'src', loader: 'ts' },
      bundle: true,
      platform: 'node',
      target: 'node20',
      outfile: workerPath,
      logLevel: 'warning',
      plugins: builtFiles,
    });
  });
  after(() => rmSync(folder, { recursive: true, force: true }));
  beforeEach(() => {
    engine = startWorkerEngine(workerPath, { silent: 6, deaf: 2, second: 500 });
  });
  afterEach(() => engine.dispose());

  for (const [name, says] of [
    ['loop.csv', /^Error: loop\.csv: there was no sign of life/],
    ['throw.csv', /^Error: throw\.csv: the engine stopped .*\(it met something/],
    ['exit.csv', /^Error: exit\.csv: the engine stopped .*\(it ended by itself/],
  ] as const) {
    it(`answers ${name} with one sentence, and goes on answering about other files`, async () => {
      const { id } = await read(engine, 'good.csv');
      await assert.rejects(read(engine, name), says);
      assert.equal((await engine.ask(id, { kind: 'metrics' })).kind, 'metrics');
      assert.equal((await read(engine, 'next.csv')).report.models[0]?.n, 3);
    });
  }

  it('outlives a rejection that nobody waits for', async () => {
    const { id } = await read(engine, 'good.csv');
    assert.equal((await read(engine, 'stray.csv')).report.models[0]?.n, 3);
    assert.equal((await engine.ask(id, { kind: 'metrics' })).kind, 'metrics');
  });

  it('says so when the thread cannot be started', async () => {
    const broken = join(folder, 'broken.js');
    writeFileSync(broken, 'require("./nothing");');
    const none = startWorkerEngine(broken);
    await assert.rejects(read(none, 'good.csv'), /a file of the extension is missing/);
    none.dispose();
  });
});
