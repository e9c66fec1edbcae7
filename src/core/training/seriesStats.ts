import { remembered } from '../../shared/remembered';
import { bestIndex } from './bestIndex';
import type { History, Series } from './history';

/** The figures of one curve over its finite values; null where there are none. */
export interface SeriesStats {
  readonly n: number;
  readonly first: number | null;
  readonly last: number | null;
  readonly best: number | null;
  readonly bestAt: number | null;
  /** Row of the history where the best value stands. */
  readonly bestRow: number | null;
  readonly mean: number | null;
  /** Least-squares slope over x. */
  readonly slope: number | null;
}

/** The figures of every series of a history, in its order. */
export const seriesStats: (history: History) => readonly SeriesStats[] = remembered(history =>
  history.series.map(series => statsOf(history, series)),
);

/** One pass with running means (Welford), so that millions of values cost no copies. */
function statsOf(history: History, { rows, values, direction }: Series): SeriesStats {
  const x = history.x.values;
  let n = 0;
  let first = -1;
  let last = -1;
  let meanX = 0;
  let meanY = 0;
  let variance = 0;
  let covariance = 0;
  for (let i = 0; i < values.length; i++) {
    const value = values[i]!;
    if (!Number.isFinite(value)) continue;
    if (first < 0) first = i;
    last = i;
    n += 1;
    const stepX = x[rows[i]!]! - meanX;
    meanX += stepX / n;
    meanY += (value - meanY) / n;
    variance += stepX * (x[rows[i]!]! - meanX);
    covariance += stepX * (value - meanY);
  }
  const best = direction === 'none' ? -1 : bestIndex(values, direction);
  return {
    n,
    first: first < 0 ? null : values[first]!,
    last: last < 0 ? null : values[last]!,
    best: best < 0 ? null : values[best]!,
    bestAt: best < 0 ? null : x[rows[best]!]!,
    bestRow: best < 0 ? null : rows[best]!,
    mean: n === 0 ? null : meanY,
    slope: variance > 0 ? covariance / variance : null,
  };
}
