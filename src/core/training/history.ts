import type { SeriesSplit } from '../../shared/lossReport';
import type { SourceLine } from '../../shared/sourceLine';

/** One training run as columns; what the verdict, the curves and early stopping are computed from. */
export interface History {
  readonly name: string;
  readonly x: Axis;
  /** Other columns the curves can be drawn over: step, relative time, wall time. */
  readonly otherX: readonly Axis[];
  readonly series: readonly Series[];
  /** Index of the source that the rows stand in; the first one when left out. */
  readonly source?: number;
  /** 1-based line of a 0-based row; null where the source has no lines. */
  readonly lineOf: (row: number) => number | null;
}

export interface Axis {
  /** null: the row number. */
  readonly name: string | null;
  readonly kind: 'epoch' | 'step' | 'relative-time' | 'wall-time' | 'row' | 'other';
  /** One value per row of the history. Seconds for times. */
  readonly values: Float64Array;
}

/** One curve: the rows at which it has a cell, so that sparse logs join up. */
export interface Series {
  readonly name: string;
  readonly split: SeriesSplit;
  readonly quantity: string;
  readonly direction: 'lower' | 'higher' | 'none';
  /** True when the name does not say what is measured: the direction is a guess, or none. */
  readonly open?: boolean;
  /** Rows of the history, ascending. */
  readonly rows: Int32Array;
  /** Values at those rows; NaN and infinities are kept. */
  readonly values: Float64Array;
  /** Spread around the value where the source gives one (standard deviation, or low and high). */
  readonly low?: Float64Array;
  readonly high?: Float64Array;
  /** Where its values stand, when that is not where the rows of the history do. */
  readonly place?: Pick<History, 'source' | 'lineOf'>;
}

/** Where the value of a curve at a row of its history is written; null where its source has no lines. */
export function lineOfValue(history: History, series: Series, row: number): SourceLine | null {
  const { source = 0, lineOf } = series.place ?? history;
  const line = lineOf(row);
  return line === null ? null : { source, line };
}
