import type { Column } from '../../readers/table';
import { labelOfNumber } from '../labels';

interface NumberFacts {
  readonly count: number;
  readonly min: number;
  readonly max: number;
  readonly mean: number;
  readonly spread: number;
  readonly integer: boolean;
  readonly rising: boolean;
  readonly counting: boolean;
  readonly unitShare: number;
}

const goldenRatio = (Math.sqrt(5) - 1) / 2;

/** What the values of a column look like, judged by rows spread evenly over it, once somebody asks. */
export class Facts {
  /** Cells looked at. */
  readonly rows: number;
  readonly #column: Column;
  #numbers: NumberFacts | undefined;
  #labels: ReadonlyMap<string, number> | undefined;

  /** Looks at `most` cells at most. */
  constructor(column: Column, most: number) {
    this.rows = Math.min(column.numbers.length, most);
    this.#column = column;
  }

  /** True when at least one of the cells looked at is a finite number. */
  get hasNumbers(): boolean {
    const { numbers } = this.#column;
    for (let i = 0; i < this.rows; i++) {
      if (Number.isFinite(numbers[spreadRow(i, numbers.length, this.rows)])) return true;
    }
    return false;
  }

  /** Finite numbers among the cells looked at. */
  get count(): number {
    return this.#inNumbers().count;
  }

  get min(): number {
    return this.#inNumbers().min;
  }

  get max(): number {
    return this.#inNumbers().max;
  }

  get mean(): number {
    return this.#inNumbers().mean;
  }

  /** Standard deviation; 0 for a constant. */
  get spread(): number {
    return this.#inNumbers().spread;
  }

  get integer(): boolean {
    return this.#inNumbers().integer;
  }

  /** Rises from row to row without a repeat. */
  get rising(): boolean {
    return this.#inNumbers().rising;
  }

  /** Goes up by the same step from row to row, as a row number does. */
  get counting(): boolean {
    return this.#inNumbers().counting;
  }

  /** Share of the numbers that lie in [0, 1]. */
  get unitShare(): number {
    return this.#inNumbers().unitShare;
  }

  /** Different cells -> how often, texts in lower case, True and False as 1 and 0. */
  get labels(): ReadonlyMap<string, number> {
    this.#labels ??= labelsIn(this.#column, this.#seen());
    return this.#labels;
  }

  #inNumbers(): NumberFacts {
    this.#numbers ??= numbersIn(this.#column.numbers, this.#seen());
    return this.#numbers;
  }

  #seen(): readonly number[] {
    return spreadRows(this.#column.numbers.length, this.rows);
  }
}

/**
 * Up to `most` of the rows 0..rows-1: one of each stretch of equal length, at another place in each, so that
 * they do not keep step with values that come again and again.
 */
export function spreadRows(rows: number, most: number): number[] {
  const taken = Math.max(1, Math.min(rows, most));
  const picked: number[] = [];
  for (let i = 0; i < taken && rows > 0; i++) picked.push(spreadRow(i, rows, taken));
  return picked;
}

/** The row that is taken of the stretch `i`. */
function spreadRow(i: number, rows: number, taken: number): number {
  return Math.floor(((i + ((i * goldenRatio) % 1)) * rows) / taken);
}

/** A key under which `Yes` and `yes`, `True` and `1` meet. */
export function labelKey(text: string): string {
  const key = text.trim().toLowerCase();
  if (key === 'true') return '1';
  return key === 'false' ? '0' : key;
}

function numbersIn(numbers: Column['numbers'], rows: readonly number[]): NumberFacts {
  let count = 0;
  let min = Number.POSITIVE_INFINITY;
  let max = Number.NEGATIVE_INFINITY;
  let mean = 0;
  let squares = 0;
  let integers = 0;
  let inUnit = 0;
  let rising = true;
  for (const row of rows) {
    const value = numbers[row]!;
    if (!Number.isFinite(value)) continue;
    count++;
    rising &&= value > max;
    min = Math.min(min, value);
    max = Math.max(max, value);
    if (Number.isInteger(value)) integers++;
    if (value >= 0 && value <= 1) inUnit++;
    const step = value - mean;
    mean += step / count;
    squares += step * (value - mean);
  }
  return {
    ...{ count, min, max, mean },
    spread: count > 0 ? Math.sqrt(squares / count) : 0,
    integer: count > 0 && integers === count,
    rising: rising && count > 1,
    counting: rising && count > 2 && isSteady(numbers, rows),
    unitShare: count > 0 ? inUnit / count : 0,
  };
}

/** Every value looked at lies where equal steps from the first to the last would put it. */
function isSteady(numbers: Column['numbers'], rows: readonly number[]): boolean {
  const [from, to] = [rows[0]!, rows.at(-1)!];
  const step = (numbers[to]! - numbers[from]!) / (to - from);
  const slack = 1e-9 * Math.abs(numbers[to]!) + 1e-9;
  return rows.every(row => Math.abs(numbers[row]! - numbers[from]! - step * (row - from)) <= slack);
}

function labelsIn(column: Column, rows: readonly number[]): Map<string, number> {
  const labels = new Map<string, number>();
  for (const [cell, count] of cellsIn(column, rows)) {
    const text = typeof cell === 'number' ? labelOfNumber(cell) : cell;
    if (text === '') continue;
    const key = labelKey(text);
    labels.set(key, (labels.get(key) ?? 0) + count);
  }
  return labels;
}

/** Numbers by their values, everything else by its text, and how often. */
function cellsIn(
  { kind, numbers, textOf }: Column,
  rows: readonly number[],
): Map<number | string, number> {
  const cells = new Map<number | string, number>();
  for (const row of rows) {
    const value = kind === 'number' ? numbers[row]! : Number.NaN;
    const cell = Number.isNaN(value) ? textOf(row) : value;
    cells.set(cell, (cells.get(cell) ?? 0) + 1);
  }
  return cells;
}
