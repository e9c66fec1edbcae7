/**
 * A library may reject promises that it waits for no longer, since another of the same reading was rejected
 * before. The reading fails by that one; the others must not end the process and all that it holds.
 */
export function outliveStrayRejections(): void {
  process.on('unhandledRejection', () => undefined);
}
