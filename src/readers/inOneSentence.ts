import { isReadError, ReadError } from './readError';

/** What a program throws when it asks too much, and how to say so. */
const reasons: readonly { readonly pattern: RegExp; readonly reason: string }[] = [
  { pattern: /call stack/i, reason: 'it is nested too deeply' },
  {
    pattern: /invalid (?:array|string|typed array) length|allocation|out of memory|string longer/i,
    reason: 'it needs more memory than there is',
  },
];
const unknown = 'it is damaged, or not what its name says';

/**
 * Does what reads a source. Rejects with a ReadError whatever goes wrong: what libraries and the language itself
 * throw is written for programmers.
 */
export async function inOneSentence<T>(source: string, read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    if (isReadError(error)) throw error;
    if (error instanceof Error && 'isSize' in error)
      throw new ReadError({ source }, error.message, { cause: error });
    const said = error instanceof Error ? error.message : String(error);
    const reason = reasons.find(({ pattern }) => pattern.test(said))?.reason ?? unknown;
    throw new ReadError({ source }, `the file cannot be read: ${reason}`, { cause: error });
  }
}
