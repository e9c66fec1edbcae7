import type { Remotable } from './wire';

/** Calls an own method of `api` by its name. Rejects where there is none: a name from outside reaches nothing else. */
export async function invoke<T extends Remotable<T>>(
  api: T,
  method: string,
  args: readonly unknown[],
): Promise<unknown> {
  const own = Object.hasOwn(api, method) ? api[method as keyof T] : undefined;
  if (typeof own !== 'function') throw new Error(`There is no ${method} to call.`);
  return own(...(args as readonly never[]));
}
