import { columnFill, type Fill, sumOfFilled, weighted } from './fill';

/** sum(w x) / sum(w); all weights are 1 where none are given. NaN of nothing. */
export function weightedMean(values: Float64Array, weight?: Float64Array): number {
  return weightedMeanOf(values.length, columnFill(values), weight);
}

/** The same of n values that are computed piece by piece. */
export function weightedMeanOf(n: number, fill: Fill, weight: Float64Array | undefined): number {
  const total = weight === undefined ? n : sumOfFilled(n, columnFill(weight));
  return sumOfFilled(n, weighted(fill, weight)) / total;
}
