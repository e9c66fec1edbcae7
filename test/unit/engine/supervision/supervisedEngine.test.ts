import assert from 'node:assert/strict';
import type { Engine, SourceRef } from '../../../../src/engine/engine';
import { inProcessEngine } from '../../../../src/engine/inProcessEngine';
import { supervisedEngine } from '../../../../src/engine/supervision/supervisedEngine';
import type { Patience } from '../../../../src/engine/supervision/supervisor';
import { type FakeWorkers, fakeWorkers } from '../../../support/fakeWorkers';

/** Seconds of 15 ms, so that ten of them pass in a test. */
const patience: Patience = { silent: 10, deaf: 2, second: 15 };
const good = file('good.csv', 'y_true,y_pred\n1,2\n3,5\n4,4\n');
const other = file('other.csv', 'y_true,y_pred\n1,1\n3,2\n4,9\n');
const evil = file('evil.csv', 'y_true,y_pred\n1,2\n');

function file(name: string, text: string): readonly SourceRef[] {
  return [{ kind: 'bytes', name, bytes: new TextEncoder().encode(text) }];
}

const never = new Promise<never>(() => undefined);

/** An engine that hangs its worker at files called evil. */
function hangingAt(
  workers: FakeWorkers,
  pause: () => Promise<void> = async () => undefined,
): Engine {
  const engine = inProcessEngine({ openFile: () => Promise.reject(new Error('no files')) });
  return {
    ...engine,
    inspect: async (sources, options, watch) => {
      await pause();
      if (sources.some(({ name }) => name.startsWith('evil'))) {
        workers.hang();
        return never;
      }
      return engine.inspect(sources, options, watch);
    },
  };
}

function engineOver(workers: FakeWorkers): Engine {
  return supervisedEngine(workers.start, patience);
}

const metrics = { kind: 'metrics' } as const;

describe('an engine that is watched over', () => {
  it('ends a worker without a sign of life with one sentence that names the file', async () => {
    const workers = fakeWorkers(own => hangingAt(own));
    const engine = engineOver(workers);
    await assert.rejects(
      engine.inspect(evil, {}),
      /^Error: evil\.csv: there was no sign of life for 10 seconds, .*ended/,
    );
    assert.equal((await engine.inspect(good, {})).report.models[0]?.values.mae, 1);
    assert.equal(workers.started(), 2);
  });

  it('keeps the reports on other files, whose data are read again without a word', async () => {
    const engine = engineOver(fakeWorkers(own => hangingAt(own)));
    const report = await engine.inspect(good, {});
    await assert.rejects(engine.inspect(evil, {}));
    const answer = await engine.ask(report.id, metrics);
    assert.equal(answer.kind === 'metrics' && answer.models[0]?.values.mae, 1);
  });

  it('keeps the roles and parameters that were chosen for a report', async () => {
    const engine = engineOver(fakeWorkers(own => hangingAt(own)));
    const { id } = await engine.inspect(good, {});
    await engine.configure(id, { parameters: { huberDelta: 0.5 } });
    await assert.rejects(engine.inspect(evil, {}));
    const answer = await engine.ask(id, metrics);
    // Errors 1, 2 and 0 under delta 0.5: (0.375 + 0.875 + 0) / 3.
    assert.ok(answer.kind === 'metrics');
    assert.ok(Math.abs(answer.models[0]!.values.huber! - 1.25 / 3) < 1e-15);
  });

  it('asks again what had not begun when the worker was lost', async () => {
    const engine = engineOver(fakeWorkers(own => hangingAt(own)));
    const { id } = await engine.inspect(good, {});
    const hung = assert.rejects(engine.inspect(evil, {}), /evil\.csv/);
    await new Promise(resolve => setTimeout(resolve, 30));
    const answers = await Promise.all([engine.ask(id, metrics), engine.inspect(other, {})]);
    assert.equal(answers[1].report.models[0]?.n, 3);
    await hung;
  });

  it('finds among several readings the one that hangs, and finishes the others', async () => {
    let release: () => void = () => undefined;
    const gate = new Promise<void>(resolve => {
      release = resolve;
    });
    const engine = engineOver(fakeWorkers(own => hangingAt(own, () => gate)));
    const readings = [good, evil, other].map(refs => engine.inspect(refs, {}));
    const settled = Promise.allSettled(readings);
    setTimeout(release, 30);
    assert.deepEqual(
      (await settled).map(({ status }) => status),
      ['fulfilled', 'rejected', 'fulfilled'],
    );
  });

  it('fails at once everything that is about the file it was lost to', async () => {
    const workers = fakeWorkers(own => hangingAt(own));
    const engine = engineOver(workers);
    const twice = await Promise.allSettled([engine.inspect(evil, {}), engine.inspect(evil, {})]);
    assert.ok(twice.every(({ status }) => status === 'rejected'));
    assert.ok(workers.started() <= 2);
  });

  it('ends a worker that does not answer a cancelling long before it counts as silent', async () => {
    const engine = supervisedEngine(fakeWorkers(own => hangingAt(own)).start, {
      ...patience,
      silent: 1000,
    });
    const { id } = await engine.inspect(good, {});
    const controller = new AbortController();
    const reading = engine.inspect(evil, {}, { signal: controller.signal });
    setTimeout(() => controller.abort(), 20);
    await assert.rejects(reading, /^Error: evil\.csv: .*did not stop when it was cancelled/);
    assert.equal((await engine.ask(id, metrics)).kind, 'metrics');
  });

  it('lets a cancelled reading end by itself when the worker answers', async () => {
    const workers = fakeWorkers(() => ({
      ...inProcessEngine({ openFile: () => never }),
      inspect: async (sources, options, watch) => {
        await new Promise(resolve => watch?.signal?.addEventListener('abort', resolve));
        return inProcessEngine({ openFile: () => never }).inspect(sources, options);
      },
    }));
    const controller = new AbortController();
    const reading = engineOver(workers).inspect(good, {}, { signal: controller.signal });
    setTimeout(() => controller.abort(), 20);
    assert.equal((await reading).report.models.length, 1);
    assert.equal(workers.started(), 1);
  });

  it('replaces a worker that dies, and says at what and of what', async () => {
    const workers = fakeWorkers(own => ({
      ...hangingAt(own),
      refresh: () => {
        own.die('it takes more memory than there is');
        return never;
      },
    }));
    const engine = engineOver(workers);
    const { id } = await engine.inspect(good, {});
    await assert.rejects(
      engine.refresh(id),
      /good\.csv: the engine stopped while it worked on it \(it takes more memory/,
    );
    assert.equal((await engine.ask(id, metrics)).kind, 'metrics');
  });

  it('says so when no worker can be started, and tries again at the next call', async () => {
    let broken = true;
    const sound = fakeWorkers(own => hangingAt(own));
    const engine = supervisedEngine(() => {
      if (!broken) return sound.start();
      return {
        port: { post: () => undefined, listen: () => undefined },
        end: () => undefined,
        onDeath: handler => setImmediate(() => handler('a file of the extension is missing')),
      };
    }, patience);
    await assert.rejects(engine.inspect(good, {}), /a file of the extension is missing/);
    broken = false;
    assert.equal((await engine.inspect(good, {})).report.models.length, 1);
  });

  it('does not answer for a report whose file has changed since', async () => {
    const bytes = new TextEncoder().encode('y_true,y_pred\n1,2\n3,5\n');
    const engine = engineOver(fakeWorkers(own => hangingAt(own)));
    const { id } = await engine.inspect([{ kind: 'bytes', name: 'good.csv', bytes }], {});
    bytes.set(new TextEncoder().encode('9'), 'y_true,y_pred\n'.length);
    await assert.rejects(engine.inspect(evil, {}));
    await assert.rejects(engine.ask(id, metrics), /good\.csv: .*no longer as this report has it/);
  });

  it('gives every report a number of its own, whichever worker read it', async () => {
    const engine = engineOver(fakeWorkers(own => hangingAt(own)));
    const first = await engine.inspect(good, {});
    await assert.rejects(engine.inspect(evil, {}));
    const second = await engine.inspect(other, {});
    assert.notEqual(first.id, second.id);
    const answer = await engine.ask(first.id, metrics);
    assert.equal(answer.kind === 'metrics' && answer.models[0]?.values.mae, 1);
  });
});
