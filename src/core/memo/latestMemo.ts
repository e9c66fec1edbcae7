/** Remembers the answer to the last question alone: a slider that moves on leaves nothing behind. */
export class LatestMemo<T> {
  #key: string | undefined;
  #value: T | undefined;

  /** The value computed under the same key, or a new one. */
  get(key: string, compute: () => T): T {
    if (key !== this.#key || this.#value === undefined) {
      this.#value = compute();
      this.#key = key;
    }
    return this.#value;
  }
}
