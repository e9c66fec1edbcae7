import { normalQuantile } from '../statistics/normalQuantile';
import { sortedOrder } from '../statistics/sortedOrder';

/** Scores of losses by their ranks: as if the errors were normal, whatever they are. Their mean is 1. */
export interface Scores {
  readonly values: Float64Array;
  /** Variance of the scores; 2 without ties. */
  readonly variance: number;
}

/**
 * The square of the normal quantile that each loss has among all (Klotz's scores), equal losses sharing the
 * mean of theirs. They tell groups of different scale apart nearly as well as squared errors do when the
 * errors are normal, and do not hang on a few rows when they are not.
 * Source: Klotz 1962, Nonparametric tests for scale, Annals of Mathematical Statistics 33.
 */
export function scoresOf(losses: Float64Array): Scores {
  const n = losses.length;
  const order = sortedOrder(losses);
  const values = new Float64Array(n);
  let total = 0;
  for (let from = 0; from < n; ) {
    let to = from;
    let sum = 0;
    const loss = losses[order[from]!]!;
    for (; to < n && losses[order[to]!] === loss; to++) sum += scoreOfRank(to + 1, n);
    total += sum;
    for (let k = from; k < to; k++) values[order[k]!] = sum / (to - from);
    from = to;
  }
  let squares = 0;
  for (let i = 0; i < n; i++) {
    values[i]! *= n / total;
    squares += (values[i]! - 1) ** 2;
  }
  return { values, variance: squares / n };
}

function scoreOfRank(rank: number, n: number): number {
  return normalQuantile((1 + rank / (n + 1)) / 2) ** 2;
}
