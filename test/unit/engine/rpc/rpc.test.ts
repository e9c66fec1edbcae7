import assert from 'node:assert/strict';
import { deferred } from '../../../../src/engine/rpc/deferred';
import { remote } from '../../../../src/engine/rpc/remote';
import { serve } from '../../../../src/engine/rpc/serve';
import type { Port, Remotable } from '../../../../src/engine/rpc/wire';

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

interface Listening {
  readonly signal?: AbortSignal;
  readonly onStep?: (step: number) => void;
}

interface Sums {
  add(a: number, b: number): Promise<number>;
  count(to: number, watch?: Listening): Promise<string>;
}

const sums: Sums = {
  add: async (a, b) => a + b,
  count: async (to, watch) => {
    for (let step = 1; step <= to; step++) watch?.onStep?.(step);
    return 'done';
  },
};

const failureOf = (error: unknown) => ({ told: (error as Error).message });
const errorOf = (failure: unknown) => new Error((failure as { told: string }).told);

function joined<T extends Remotable<T>>(api: T): ReturnType<typeof remote<T>> {
  const [near, far] = ports();
  serve<T>(far, api, failureOf);
  return remote<T>(near, errorOf);
}

describe('rpc', () => {
  it('carries a call to the other side and its answer back', async () => {
    assert.equal(await joined(sums).api.add(2, 3), 5);
  });

  it('gives each of several calls its own answer', async () => {
    const { api } = joined(sums);
    assert.deepEqual(await Promise.all([api.add(1, 1), api.add(2, 2), api.add(3, 3)]), [2, 4, 6]);
  });

  it('rejects with the error that is made of what was told', async () => {
    const add: Sums['add'] = () => Promise.reject(new Error('a.csv, line 3: no number'));
    await assert.rejects(
      joined<Sums>({ ...sums, add }).api.add(1, 2),
      /^Error: a.csv, line 3: no number$/,
    );
  });

  it('calls the functions of a watch with what comes before the answer', async () => {
    const seen: number[] = [];
    const answer = await joined(sums).api.count(3, { onStep: step => seen.push(step) });
    assert.deepEqual([seen, answer], [[1, 2, 3], 'done']);
  });

  it('tells the other side when a call is cancelled', async () => {
    const count = (_to: number, watch?: Listening) =>
      new Promise<string>(resolve => {
        watch!.signal!.addEventListener('abort', () => resolve('stopped'));
      });
    const controller = new AbortController();
    const counting = joined({ ...sums, count }).api.count(9, { signal: controller.signal });
    controller.abort();
    assert.equal(await counting, 'stopped');
  });

  it('tells it also when a call was cancelled before it was made', async () => {
    const count = (_to: number, watch?: Listening) =>
      new Promise<string>(resolve => {
        watch!.signal!.addEventListener('abort', () => resolve('stopped'));
      });
    const counting = joined({ ...sums, count }).api.count(9, { signal: AbortSignal.abort() });
    assert.equal(await counting, 'stopped');
  });

  it('hands an object without signal or functions over as data', async () => {
    const count = async (_to: number, watch?: Listening) => JSON.stringify(watch ?? null);
    const { api } = joined({ ...sums, count });
    assert.equal(await api.count(1, {}), '{}');
    assert.equal(await api.count(1), 'null');
  });

  it('calls nothing that is not a method of the interface itself', async () => {
    const { api } = joined(sums);
    const inherited = api as unknown as { valueOf(): Promise<unknown>; constructor(): unknown };
    await assert.rejects(inherited.valueOf(), /There is no valueOf to call/);
  });

  it('fails everything that waits when the other side ends', async () => {
    const { api, stop } = joined<Sums>({ ...sums, add: () => new Promise<never>(() => undefined) });
    const waiting = api.add(1, 2);
    stop('The reading stopped.');
    await assert.rejects(waiting, /The reading stopped/);
  });
});

describe('what is still being started', () => {
  it('takes calls and does them once it has started', async () => {
    let start: (api: Sums) => void = () => undefined;
    const api = deferred<Sums>(new Promise(resolve => (start = resolve)));
    const sum = api.add(4, 5);
    start(sums);
    assert.equal(await sum, 9);
  });

  it('fails its calls as the start failed', async () => {
    const api = deferred<Sums>(Promise.reject(new Error('no worker')));
    await assert.rejects(api.add(1, 2), /no worker/);
  });

  it('may be what a promise resolves to', async () => {
    const api = await Promise.resolve(deferred<Sums>(Promise.resolve(sums)));
    assert.equal(await api.add(1, 2), 3);
  });
});
