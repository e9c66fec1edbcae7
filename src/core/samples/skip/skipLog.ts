import type { Skipped } from '../../../shared/lossReport';

const maxLines = 100;

/** Which rows are out, and why; the first reason found for a row counts. */
export class SkipLog {
  readonly #rows: number;
  /** 1 for the rows that are out; null as long as none is. */
  #out: Uint8Array | null;
  readonly #found = new Map<string, { count: number; lines: number[] }>();
  readonly #lineOf: (row: number) => number | null;
  #count = 0;

  /** `before` holds the rows that are out already, for reasons told elsewhere. */
  constructor(rows: number, lineOf: (row: number) => number | null, before?: SkipLog) {
    this.#rows = rows;
    this.#out = before === undefined || before.#out === null ? null : before.#out.slice();
    this.#count = before === undefined ? 0 : before.#count;
    this.#lineOf = lineOf;
  }

  /** How many rows are out. */
  get count(): number {
    return this.#count;
  }

  has(row: number): boolean {
    return this.#out !== null && this.#out[row] === 1;
  }

  skip(row: number, reason: string): void {
    this.#out ??= new Uint8Array(this.#rows);
    if (this.#out[row] === 1) return;
    this.#out[row] = 1;
    this.#count++;
    let entry = this.#found.get(reason);
    if (entry === undefined) {
      entry = { count: 0, lines: [] };
      this.#found.set(reason, entry);
    }
    entry.count++;
    const line = entry.lines.length < maxLines ? this.#lineOf(row) : null;
    if (line !== null) entry.lines.push(line);
  }

  /** The rows skipped here, by reason, most frequent first. */
  report(model: string | null): readonly Skipped[] {
    return [...this.#found]
      .map(([reason, { count, lines }]) => ({ model, reason, count, lines }))
      .sort((a, b) => b.count - a.count);
  }
}
