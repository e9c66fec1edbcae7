import type { Remotable } from './wire';
import { withMethods } from './withMethods';

/** What is still being started; every call waits for it, and fails as the start fails. */
export function deferred<T extends Remotable<T>>(starting: Promise<T>): T {
  // Nobody may have called yet when the start fails; the first call tells.
  starting.catch(() => undefined);
  return withMethods<T>(async (method, args) => {
    const started = await starting;
    return started[method as keyof T](...(args as readonly never[]));
  });
}
