import { type Fill, filled } from './fill';
import { between } from './quantileOfSorted';
import { selectRank } from './selectRank';
import { sortedOrder } from './sortedOrder';

/** Median of n values: the mean of the two middle values when n is even, as NumPy has it. */
export function median(n: number, fill: Fill): number {
  return quantile(n, fill, 0.5);
}

/** The median of n values from those at rank (n - 1) / 2, rounded down, and the next; undefined without them. */
export function medianOfRanks(
  n: number,
  ranks: readonly [number, number] | null | undefined,
): number | undefined {
  return ranks ? between(ranks[0], ranks[1], n % 2 === 0 ? 0.5 : 0) : undefined;
}

/** Quantile by linear interpolation between the two neighbouring values, as NumPy has it. */
export function quantile(n: number, fill: Fill, share: number): number {
  const place = share * (n - 1);
  const rank = Math.floor(place);
  const [low, high] = selectRank(n, fill, rank);
  return between(low, high, place - rank);
}

/**
 * The smallest value whose cumulative weight reaches `share` of the total: scikit-learn's weighted
 * percentile. With weights of 1 and an even n it is the lower of the two middle values.
 */
export function weightedPercentile(
  n: number,
  fill: Fill,
  weight: Float64Array,
  share: number,
): number {
  const values = filled(n, fill);
  const order = sortedOrder(values);
  let total = 0;
  for (let place = 0; place < n; place++) total += weight[order[place]!]!;
  const wanted = share * total;
  let reached = 0;
  for (let place = 0; place < n; place++) {
    reached += weight[order[place]!]!;
    if (reached >= wanted && reached > 0) return values[order[place]!]!;
  }
  return values[order[n - 1]!]!;
}
