import { OpenCalls } from '../../shared/openCalls';
import type { Port, Remotable, Reply, Request } from './wire';
import { withMethods } from './withMethods';

type Listener = (value: unknown) => void;

interface Watching {
  readonly signal: AbortSignal | undefined;
  readonly functions: Readonly<Record<string, Listener>>;
}

/**
 * The interface that is served at the other end of `port`. A call's last argument may be a watch: an object
 * with a signal, whose abort is told, and functions, which are called with what comes before the answer.
 * `errorOf` makes an error of the failure that was told. `stop` fails whatever is still waiting.
 */
export function remote<T extends Remotable<T>>(
  port: Port,
  errorOf: (failure: unknown) => Error,
): { readonly api: T; stop(reason: string): void } {
  const calls = new OpenCalls();
  const watches = new Map<number, Watching>();
  const request = (message: Request): void => port.post(message);
  port.listen(message => settle(message as Reply));

  function settle(reply: Reply): void {
    const { call } = reply;
    if (reply.type === 'seen') {
      watches.get(call)?.functions[reply.name]?.(reply.value);
      return;
    }
    watches.delete(call);
    if (reply.type === 'done') calls.resolve(call, reply.value);
    else calls.reject(call, errorOf(reply.failure));
  }

  function send(method: string, all: readonly unknown[]): Promise<unknown> {
    const watch = watchIn(all.at(-1));
    if (watch === undefined) {
      return calls.start(call => request({ type: 'call', call, method, arguments: all }));
    }
    return calls.start(call => {
      watches.set(call, watch);
      const { signal } = watch;
      const cancel = (): void => request({ type: 'cancel', call });
      signal?.addEventListener('abort', cancel, { once: true });
      request({
        type: 'call',
        call,
        method,
        arguments: all.slice(0, -1),
        watch: Object.keys(watch.functions),
      });
      if (signal?.aborted === true) cancel();
    });
  }

  return {
    api: withMethods<T>(send),
    stop: reason => {
      watches.clear();
      calls.endAll(({ reject }) => reject(new Error(reason)));
    },
  };
}

/** A watch is told from data by what no message can carry. */
function watchIn(argument: unknown): Watching | undefined {
  if (typeof argument !== 'object' || argument === null) return undefined;
  const { signal } = argument as { signal?: unknown };
  const functions = Object.entries(argument).filter(([, part]) => typeof part === 'function');
  const isSignal = signal instanceof AbortSignal;
  if (!isSignal && functions.length === 0) return undefined;
  return {
    signal: isSignal ? signal : undefined,
    functions: Object.fromEntries(functions) as Readonly<Record<string, Listener>>,
  };
}
