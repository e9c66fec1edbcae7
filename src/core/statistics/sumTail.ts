import { gammaTail } from './gammaTail';

/** What the chance of a sum depends on: its size and the values it is drawn from. */
export interface DrawnSum {
  /** So many values are drawn without replacement ... */
  readonly count: number;
  /** ... and add up to this, */
  readonly sum: number;
  /** of all these. */
  readonly values: Float64Array;
}

/**
 * Probability that `count` of the values, drawn at random, add up to at least `sum`: the permutation test of
 * a group against the rest. A Pearson type III curve through the three exact moments of the drawn sum, which
 * holds for few rows and skewed values where a normal one does not. `design` is how many times the variance of
 * a sum is what it were if the values did not come in clusters.
 * Source: Mielke and Berry 2007, Permutation Methods.
 */
export function sumTail(drawn: DrawnSum, design = 1): number {
  return sumOfTails([drawn], design);
}

/** The same where values are drawn in each of several strata, and what is drawn adds up over all of them. */
export function sumOfTails(strata: readonly DrawnSum[], design = 1): number {
  let more = 0;
  let variance = 0;
  let cube = 0;
  for (const { count: k, sum, values } of strata) {
    const n = values.length;
    if (k <= 0 || k >= n) continue;
    const { mean, second, third } = momentsOf(values);
    more += sum - k * mean;
    variance += (design * k * (n - k) * second) / (n - 1);
    if (n > 2) cube += (design ** 2 * k * (n - k) * (n - 2 * k) * third) / ((n - 1) * (n - 2));
  }
  return variance > 0 ? skewedTail(more / Math.sqrt(variance), cube / variance ** 1.5) : 1;
}

function momentsOf(values: Float64Array): {
  readonly mean: number;
  readonly second: number;
  readonly third: number;
} {
  const n = values.length;
  const mean = values.reduce((total, x) => total + x, 0) / n;
  let second = 0;
  let third = 0;
  for (const x of values) {
    const d = x - mean;
    second += (d * d) / n;
    third += (d * d * d) / n;
  }
  return { mean, second, third };
}

/** P(Z > z) of the Pearson type III distribution with mean 0, variance 1 and this skewness. */
export function skewedTail(z: number, skewness: number): number {
  const skew = Math.abs(skewness) < 1e-3 ? 1e-3 : skewness;
  const shape = 4 / skew ** 2;
  const x = shape + Math.sign(skew) * z * Math.sqrt(shape);
  return skew > 0 ? gammaTail(shape, x) : 1 - gammaTail(shape, x);
}
