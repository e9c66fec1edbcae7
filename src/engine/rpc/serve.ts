import { invoke } from './invoke';
import type { Port, Remotable, Reply, Request } from './wire';

type Call = Extract<Request, { type: 'call' }>;

/**
 * Answers the calls that arrive at `port` with the methods of `api`, and no others. `failureOf` makes plain
 * data of an error.
 */
export function serve<T extends Remotable<T>>(
  port: Port,
  api: T,
  failureOf: (error: unknown) => unknown,
): void {
  const running = new Map<number, AbortController>();
  const reply = (message: Reply): void => port.post(message);
  port.listen(message => {
    const request = message as Request;
    if (request.type === 'cancel') running.get(request.call)?.abort();
    else void run(request);
  });

  async function run(request: Call): Promise<void> {
    const { call, method, watch } = request;
    const controller = new AbortController();
    running.set(call, controller);
    try {
      const watching = watch === undefined ? [] : [watchOf(reply, call, watch, controller.signal)];
      const value = await invoke(api, method, [...request.arguments, ...watching]);
      reply({ type: 'done', call, value });
    } catch (error) {
      reply({ type: 'failed', call, failure: failureOf(error) });
    } finally {
      running.delete(call);
    }
  }
}

/** The caller's watch on this side: its functions post what they are given. */
function watchOf(
  reply: (message: Reply) => void,
  call: number,
  names: readonly string[],
  signal: AbortSignal,
): object {
  const functions = names.map(name => [
    name,
    (value: unknown) => reply({ type: 'seen', call, name, value }),
  ]);
  return { signal, ...Object.fromEntries(functions) };
}
