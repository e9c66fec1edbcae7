/** Remembers what a pass over the rows has found, so that losses which share it pay once. */
export class Memo {
  readonly #found = new Map<string, unknown>();

  /** The value stored under `key`, computed on first use. One key must always mean one type. */
  get<T>(key: string, compute: () => T): T {
    if (!this.#found.has(key)) this.#found.set(key, compute());
    return this.#found.get(key) as T;
  }
}
