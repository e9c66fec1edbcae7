import type { Remotable } from './wire';

/**
 * An object that has every method of the interface `T`: `call` does them all, by name. It has no `then`, so
 * that it may be what a promise resolves to.
 */
export function withMethods<T extends Remotable<T>>(
  call: (method: string, args: readonly unknown[]) => Promise<unknown>,
): T {
  return new Proxy({} as T, {
    get: (_, method) =>
      typeof method === 'string' && method !== 'then'
        ? (...args: readonly unknown[]) => call(method, args)
        : undefined,
  });
}
