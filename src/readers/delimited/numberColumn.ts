import { type Column, maxInvalid } from '../table';
import { widened } from './byteDictionary';
import { numericKind, type Tally } from './columnKind';
import { picked, renumbered } from './pickRows';
import { RowSet } from './rowSet';
import type { ColumnPart } from './scanPlan';

/** A column of numbers that grows range by range. */
export class NumberColumn {
  #values: Float64Array;
  #rows = 0;
  /** Rows that were read; the counts below are of all of them. */
  #seen = 0;
  #missing = 0;
  #low = Number.POSITIVE_INFINITY;
  #high = Number.NEGATIVE_INFINITY;
  #booleans = 0;
  #words = 0;
  #percent = false;
  readonly #invalid = new Map<number, string>();
  #nans = new RowSet();

  constructor(expectedRows: number) {
    this.#values = new Float64Array(expectedRows);
  }

  /** Takes the cells of a range, or of those of its rows that are `chosen`. */
  append(part: ColumnPart, chosen: Uint32Array | undefined): void {
    this.#seen += part.numbers.length;
    this.#missing += part.missing;
    this.#low = Math.min(this.#low, part.bounds[0]);
    this.#high = Math.max(this.#high, part.bounds[1]);
    this.#words += part.invalidCount;
    this.#booleans += part.booleans;
    this.#percent ||= part.percent;
    this.#nans.addChosen(part.nans, chosen, this.#rows);
    if (chosen === undefined) this.#keep(part.numbers, part.invalid);
    else this.#keep(picked(part.numbers, chosen), renumbered(part.invalid, chosen));
  }

  /** Forgets all rows but these. */
  thin(stay: Uint32Array): void {
    const nans = this.#nans.below(this.#rows);
    this.#nans = new RowSet();
    this.#nans.addChosen(nans, stay, 0);
    this.#values = picked(this.#values, stay, this.#values.length);
    this.#rows = stay.length;
    const invalid = renumbered([...this.#invalid], stay);
    this.#invalid.clear();
    for (const [row, text] of invalid) this.#invalid.set(row, text);
  }

  #keep(numbers: Float64Array, invalid: ColumnPart['invalid']): void {
    if (this.#rows === 0 && this.#values.length < numbers.length) this.#values = numbers;
    else {
      const rows = this.#rows + numbers.length;
      if (rows > this.#values.length) this.#values = widened(this.#values, rows);
      this.#values.set(numbers, this.#rows);
    }
    for (const [row, text] of invalid) {
      if (this.#invalid.size < maxInvalid) this.#invalid.set(this.#rows + row, text);
    }
    this.#rows += numbers.length;
  }

  get tally(): Tally {
    return {
      rows: this.#seen,
      missing: this.#missing,
      booleans: this.#booleans,
      words: this.#words,
    };
  }

  /** Bounds of the rows that were read hold for those that are kept. */
  #bounds(): Pick<Column, 'bounds'> {
    const whole = this.#missing === 0 && this.#words === 0;
    const finite = Number.isFinite(this.#low) && Number.isFinite(this.#high);
    return whole && finite ? { bounds: [this.#low, this.#high] } : {};
  }

  /** The column so far; without `texts` its texts are the shortest ones of its numbers. */
  column(name: string, texts?: Pick<Column, 'textOf' | 'saysNan'>): Column {
    const numbers = this.#values.subarray(0, this.#rows);
    const invalid = new Map(this.#invalid);
    const nans = this.#nans;
    const kept = {
      textOf: (row: number) => invalid.get(row) ?? numberText(numbers[row]),
      saysNan: (row: number) => nans.has(row),
    };
    return {
      name,
      kind: numericKind(this.tally) ?? 'text',
      numbers,
      missing: this.#missing,
      ...this.#bounds(),
      invalid,
      percent: this.#percent,
      ...(texts ?? kept),
    };
  }
}

function numberText(value: number | undefined): string {
  return value === undefined || Number.isNaN(value) ? '' : String(value);
}
