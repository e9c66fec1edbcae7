import { widened } from './byteDictionary';

/** Where the rows of a range stand: nothing is kept while every row is one line behind the one before. */
export class RowPlaces {
  #lines: Uint32Array | null = null;
  #starts: Uint32Array | null;

  constructor(keepStarts: boolean) {
    this.#starts = keepStarts ? new Uint32Array(1024) : null;
  }

  put(row: number, line: number, start: number): void {
    this.putLines(row, 1, line, () => start);
  }

  /** Rows that are one line each, the first of them on `line`. */
  putLines(row: number, rows: number, line: number, startOf: (index: number) => number): void {
    if (this.#lines !== null || line !== row)
      for (let i = 0; i < rows; i++) this.#putLine(row + i, line + i);
    if (this.#starts === null) return;
    if (row + rows > this.#starts.length) this.#starts = widened(this.#starts, row + rows);
    for (let i = 0; i < rows; i++) this.#starts[row + i] = startOf(i);
  }

  #putLine(row: number, line: number): void {
    if (this.#lines === null) this.#lines = Uint32Array.from({ length: row + 1024 }, (_, i) => i);
    if (row === this.#lines.length) this.#lines = widened(this.#lines, row + 1);
    this.#lines[row] = line;
  }

  lines(rows: number): Uint32Array | null {
    return this.#lines?.slice(0, rows) ?? null;
  }

  starts(rows: number): Uint32Array | null {
    return this.#starts?.slice(0, rows) ?? null;
  }
}
