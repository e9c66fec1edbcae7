import { widened } from './byteDictionary';

/** Numbers of rows, which come in ascending order. */
export class RowSet {
  #rows = new Uint32Array(0);
  #size = 0;

  add(row: number): void {
    if (this.#size === this.#rows.length) this.#rows = widened(this.#rows, this.#size * 2 + 16);
    this.#rows[this.#size++] = row;
  }

  has(row: number): boolean {
    const at = this.#from(row);
    return at < this.#size && this.#rows[at] === row;
  }

  /** The rows below `limit`. */
  below(limit: number): Uint32Array {
    return this.#rows.slice(0, this.#from(limit));
  }

  /** Adds those of the ascending `rows` that are among the `chosen`, under their new numbers from `first` on. */
  addChosen(rows: Uint32Array, chosen: Uint32Array | undefined, first: number): void {
    let at = 0;
    for (const row of rows) {
      if (chosen === undefined) {
        this.add(first + row);
        continue;
      }
      while (at < chosen.length && chosen[at]! < row) at++;
      if (chosen[at] === row) this.add(first + at);
    }
  }

  /** The place of the first row that is not below `row`. */
  #from(row: number): number {
    let low = 0;
    for (let high = this.#size; low < high; ) {
      const middle = (low + high) >>> 1;
      if (this.#rows[middle]! < row) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
