import type { ReadError } from '../readers/readError';
import type { Inspection, Progress } from '../shared/protocol/inspection';
import type { Engine, InspectWatch } from './engine';

/** The one pair of ends the engine talks through: a worker's port, or two functions in a test. */
export interface Port {
  post(message: unknown): void;
  listen(handler: (message: unknown) => void): void;
}

type Method = 'inspect' | 'configure' | 'refresh' | 'ask' | 'readCode' | 'close';

interface Call {
  readonly type: 'call';
  readonly call: number;
  readonly method: Method;
  readonly arguments: readonly unknown[];
}
interface Cancel {
  readonly type: 'cancel';
  readonly call: number;
}
type Request = Call | Cancel;

/** Every call ends in exactly one `done` or `failed`; progress and partial reports may come before. */
type Reply =
  | { readonly type: 'done'; readonly call: number; readonly value: unknown }
  | { readonly type: 'failed'; readonly call: number; readonly failure: Failure }
  | { readonly type: 'progress'; readonly call: number; readonly progress: Progress }
  | { readonly type: 'partial'; readonly call: number; readonly inspection: Inspection };

interface Failure {
  readonly message: string;
  readonly place: ReadError['place'] | null;
  readonly joinable: boolean;
}

/**
 * A failure that crossed the port; `place` says where in the source, when the reader knew, `joinable` that
 * another file may complete this one.
 */
export class EngineError extends Error {
  override readonly name = 'EngineError';
  readonly place: ReadError['place'] | null;
  readonly joinable: boolean;

  constructor({ message, place, joinable }: Failure) {
    super(message);
    this.place = place;
    this.joinable = joinable;
  }
}

/** Answers the calls that arrive at `port` with `engine`. */
export function serveEngine(port: Port, engine: Engine): void {
  const running = new Map<number, AbortController>();
  port.listen(message => {
    const request = message as Request;
    if (request.type === 'cancel') running.get(request.call)?.abort();
    else void run(request);
  });

  async function run({ call, method, arguments: args }: Call): Promise<void> {
    const controller = new AbortController();
    running.set(call, controller);
    try {
      const value = await invoke(engine, method, args, watchOf(port, call, controller.signal));
      port.post({ type: 'done', call, value } satisfies Reply);
    } catch (error) {
      port.post({ type: 'failed', call, failure: failureOf(error) } satisfies Reply);
    } finally {
      running.delete(call);
    }
  }
}

function watchOf(port: Port, call: number, signal: AbortSignal): InspectWatch {
  return {
    signal,
    onProgress: progress => port.post({ type: 'progress', call, progress } satisfies Reply),
    onPartial: inspection => port.post({ type: 'partial', call, inspection } satisfies Reply),
  };
}

function invoke(
  engine: Engine,
  method: Method,
  args: readonly unknown[],
  watch: InspectWatch,
): Promise<unknown> {
  const run = engine[method] as (...all: unknown[]) => Promise<unknown>;
  return method === 'inspect' ? run(...args, watch) : run(...args);
}

/** By the fields alone: the worker's bundle and that of the engine each have a ReadError of their own. */
function failureOf(error: unknown): Failure {
  const { place, joinable } = (error ?? {}) as Partial<Failure>;
  return {
    message: error instanceof Error ? error.message : String(error),
    place: place ?? null,
    joinable: joinable === true,
  };
}

interface Pending {
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: Error) => void;
  readonly watch: InspectWatch;
}

/** An engine that lives at the other end of `port`. `stop` fails whatever is still waiting. */
export function remoteEngine(port: Port): { readonly engine: Engine; stop(reason: string): void } {
  const pending = new Map<number, Pending>();
  let lastCall = 0;
  port.listen(message => settle(pending, message as Reply));

  function send<T>(method: Method, args: readonly unknown[], watch: InspectWatch = {}): Promise<T> {
    lastCall += 1;
    const call = lastCall;
    watch.signal?.addEventListener('abort', () =>
      port.post({ type: 'cancel', call } satisfies Request),
    );
    return new Promise<T>((resolve, reject) => {
      pending.set(call, { resolve: resolve as (value: unknown) => void, reject, watch });
      port.post({ type: 'call', call, method, arguments: args } satisfies Request);
    });
  }

  return {
    engine: {
      inspect: (sources, options, watch) => send('inspect', [sources, options], watch),
      configure: (id, options) => send('configure', [id, options]),
      refresh: (id, sources) => send('refresh', [id, sources]),
      ask: (id, question) => send('ask', [id, question]),
      readCode: question => send('readCode', [question]),
      close: id => send('close', [id]),
      dispose: () => undefined,
    },
    stop: reason => {
      for (const { reject } of pending.values()) reject(new Error(reason));
      pending.clear();
    },
  };
}

function settle(pending: Map<number, Pending>, reply: Reply): void {
  const waiting = pending.get(reply.call);
  if (waiting === undefined) return;
  if (reply.type === 'progress') waiting.watch.onProgress?.(reply.progress);
  else if (reply.type === 'partial') waiting.watch.onPartial?.(reply.inspection);
  else {
    pending.delete(reply.call);
    if (reply.type === 'done') waiting.resolve(reply.value);
    else waiting.reject(new EngineError(reply.failure));
  }
}
