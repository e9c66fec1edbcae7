import assert from 'node:assert/strict';
import type { Engine } from '../../../src/engine/engine';
import { EngineError, type Port, remoteEngine, serveEngine } from '../../../src/engine/rpc';
import { ReadError } from '../../../src/readers/readError';
import type { Answer, Inspection } from '../../../src/shared/protocol/inspection';

/** Two ends joined by structured clones, as a worker's are. */
function ports(): readonly [Port, Port] {
  const handlers: ((message: unknown) => void)[] = [() => undefined, () => undefined];
  const port = (own: number): Port => ({
    post: message => queueMicrotask(() => handlers[1 - own]!(structuredClone(message))),
    listen: handler => {
      handlers[own] = handler;
    },
  });
  return [port(0), port(1)];
}

function engineOf(parts: Partial<Engine>): Engine {
  const never = (): Promise<never> => Promise.reject(new Error('not expected'));
  return {
    inspect: never,
    configure: never,
    refresh: never,
    ask: never,
    readCode: never,
    close: never,
    dispose: () => undefined,
    ...parts,
  };
}

const answer: Answer = { kind: 'worst', rows: [], samples: 0 };

describe('rpc', () => {
  it('carries a question to the engine and its answer back', async () => {
    const [near, far] = ports();
    serveEngine(
      far,
      engineOf({ ask: async id => (id === 7 ? answer : Promise.reject(new Error('id'))) }),
    );
    const { engine } = remoteEngine(near);
    assert.deepEqual(await engine.ask(7, { kind: 'metrics' }), answer);
  });

  it('rejects with the sentence and the place of a reader that failed', async () => {
    const [near, far] = ports();
    const place = { source: 'a.csv', line: 3 };
    serveEngine(
      far,
      engineOf({ inspect: () => Promise.reject(new ReadError(place, 'no number')) }),
    );
    await assert.rejects(remoteEngine(near).engine.inspect([], {}), (error: unknown) => {
      assert(error instanceof EngineError);
      assert.equal(error.message, 'a.csv, line 3: no number');
      assert.deepEqual(error.place, place);
      return true;
    });
  });

  it('passes progress on before the result', async () => {
    const [near, far] = ports();
    const progress = { bytes: 1, totalBytes: 2, rows: 3, secondsLeft: null };
    serveEngine(
      far,
      engineOf({
        inspect: async (_sources, _options, watch) => {
          watch?.onProgress?.(progress);
          return {} as Inspection;
        },
      }),
    );
    const seen: unknown[] = [];
    await remoteEngine(near).engine.inspect([], {}, { onProgress: one => seen.push(one) });
    assert.deepEqual(seen, [progress]);
  });

  it('tells the engine when the person cancels', async () => {
    const [near, far] = ports();
    serveEngine(
      far,
      engineOf({
        inspect: (_sources, _options, watch) =>
          new Promise(resolve => {
            watch!.signal!.addEventListener('abort', () => resolve({ id: 1 } as Inspection));
          }),
      }),
    );
    const controller = new AbortController();
    const reading = remoteEngine(near).engine.inspect([], {}, { signal: controller.signal });
    controller.abort();
    assert.equal((await reading).id, 1);
  });

  it('fails everything that waits when the worker ends', async () => {
    const [near, far] = ports();
    serveEngine(far, engineOf({ ask: () => new Promise<never>(() => undefined) }));
    const { engine, stop } = remoteEngine(near);
    const waiting = engine.ask(1, { kind: 'metrics' });
    stop('The reading stopped.');
    await assert.rejects(waiting, /The reading stopped/);
  });
});
