import type { Bounds } from '../../shared/bounds';
import type { Dialect } from './dialect';

/** What is done with the cells of one column. */
export type CellAction = 'skip' | 'number' | 'text';

/** All that a scanner must know; plain data, so that it can be handed to a worker. */
export interface ScanPlan {
  readonly name: string;
  readonly separator: number;
  readonly comment: number;
  readonly header: Uint8Array;
  readonly actions: readonly CellAction[];
  readonly decimalComma: readonly boolean[];
  /** Keeps the offset of every row, so that the text of any cell can be looked up again. */
  readonly keepStarts: boolean;
  /** Data rows to expect in a mebibyte; a wrong guess costs time, not truth. */
  readonly rowsPerMebibyte: number;
}

/** The plan that does `actions` with the columns of a dialect. */
export function planFor(
  name: string,
  dialect: Dialect,
  actions: readonly CellAction[],
  rowsPerMebibyte = 0,
): ScanPlan {
  return {
    name,
    separator: dialect.separator,
    comment: dialect.comment,
    header: dialect.header,
    actions,
    decimalComma: dialect.decimalComma,
    keepStarts: rowsPerMebibyte === 0,
    rowsPerMebibyte,
  };
}

/** A stretch of the file: records that start in [from, to). */
export interface ScanRange {
  readonly from: number;
  readonly to: number;
  /** True when a record starts exactly at `from`; else the range starts behind the next line break. */
  readonly aligned: boolean;
}

/** Records that stand one behind the other in a file: `rows` of them, the first of which is `row`. */
export interface RowRange {
  readonly row: number;
  readonly rows: number;
  /** Bytes [start, end). */
  readonly start: number;
  readonly end: number;
}

/** What the cells of one column of a range hold. */
export interface ColumnPart {
  /** One per row; NaN where there is no number. Empty for text columns. */
  readonly numbers: Float64Array;
  /** Cells of numbers that say nothing. */
  readonly missing: number;
  /** No number is smaller than the first or larger than the second. */
  readonly bounds: Bounds;
  /** Row of the range and text, for cells that are neither a number nor missing. */
  readonly invalid: readonly (readonly [row: number, text: string])[];
  /** Cells that are neither a number nor missing; `invalid` holds the first of them. */
  readonly invalidCount: number;
  /** Rows of the range with a cell in which NaN is written, ascending. Empty for text columns. */
  readonly nans: Uint32Array;
  readonly booleans: number;
  readonly percent: boolean;
  /** One per row, into the dictionary; -1 where missing. Empty for number columns. */
  readonly codes: Int32Array;
  readonly dictionary: PackedTexts;
}

/** Texts one behind the other as UTF-8; text i ends at ends[i]. */
export interface PackedTexts {
  readonly bytes: Uint8Array;
  readonly ends: Uint32Array;
}

/** The rows of a range. Rows and lines count from 0 at its start. */
export interface RangePart {
  readonly start: number;
  /** Where the first record behind the range starts. */
  readonly end: number;
  readonly rows: number;
  /** Line breaks between start and end. */
  readonly lines: number;
  /** Line of every row; null when row i stands on line i. */
  readonly rowLines: Uint32Array | null;
  readonly rowStarts: Uint32Array | null;
  readonly columns: readonly (ColumnPart | null)[];
  readonly oddities: Oddities;
}

/** Counts of what does not fit, each with the row where it came first. */
export interface Oddities {
  readonly short: Oddity;
  readonly long: Oddity;
  readonly openQuotes: Oddity;
  /** Rows before which the header was repeated. */
  readonly headerRepeats: readonly number[];
}

export interface Oddity {
  readonly count: number;
  readonly firstRow: number;
}
