import type { History, Series } from './history';

/** The finite values of one series with their x, in the order of the log. */
export interface Curve {
  readonly series: Series;
  readonly x: Float64Array;
  readonly y: Float64Array;
  /** True when the last value the log holds is NaN or infinite. */
  readonly endsNonFinite: boolean;
  /** x of the first NaN or infinite value; null when all are finite. */
  readonly firstNonFiniteAt: number | null;
}

/** More points than this are averaged in blocks before they are judged; the shape is what counts. */
const maxPoints = 1000;

/** The finite values of a series of the history with their x. */
export function curveOf(history: History, series: Series): Curve {
  const { rows, values } = series;
  const x = new Float64Array(values.length);
  const y = new Float64Array(values.length);
  let n = 0;
  for (let i = 0; i < values.length; i++) {
    if (!Number.isFinite(values[i]!)) continue;
    x[n] = history.x.values[rows[i]!]!;
    y[n] = values[i]!;
    n += 1;
  }
  const firstOdd = n === values.length ? -1 : values.findIndex(value => !Number.isFinite(value));
  return {
    series,
    x: x.subarray(0, n),
    y: y.subarray(0, n),
    endsNonFinite: values.length > 0 && !Number.isFinite(values.at(-1)!),
    firstNonFiniteAt: firstOdd < 0 ? null : history.x.values[rows[firstOdd]!]!,
  };
}

/** The values as a loss, lower being better, averaged in at most a thousand blocks. */
export function shapeOf({ y, series }: Curve): Float64Array {
  const sign = series.direction === 'higher' ? -1 : 1;
  const blocks = Math.min(y.length, maxPoints);
  const shape = new Float64Array(blocks);
  for (let block = 0; block < blocks; block++) {
    const from = Math.floor((block * y.length) / blocks);
    const to = Math.floor(((block + 1) * y.length) / blocks);
    shape[block] = sign * meanOf(y, from, to);
  }
  return shape;
}

/** Mean of `values[from]` to `values[to - 1]`; NaN of nothing. */
export function meanOf(values: Float64Array, from: number, to: number = values.length): number {
  let sum = 0;
  for (let i = from; i < to; i++) sum += values[i]!;
  return sum / (to - from);
}
