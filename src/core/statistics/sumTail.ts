import { gammaTail } from './gammaTail';

/** What the chance of a sum depends on: its size and the values it is drawn from. */
export interface DrawnSum {
  /** So many values are drawn without replacement ... */
  readonly count: number;
  /** ... and add up to this, */
  readonly sum: number;
  /** of all these. */
  readonly values: Float64Array;
  /** How many times the variance of a sum is what it were if the values did not come in clusters; 1 by default. */
  readonly design?: number;
}

/**
 * Probability that `count` of the values, drawn at random, add up to at least `sum`: the permutation test of
 * a group against the rest. A Pearson type III curve through the three exact moments of the drawn sum, which
 * holds for few rows and skewed values where a normal one does not.
 * Source: Mielke and Berry 2007, Permutation Methods.
 */
export function sumTail({ count: k, sum, values, design = 1 }: DrawnSum): number {
  const n = values.length;
  if (k <= 0 || k >= n) return 1;
  const mean = values.reduce((total, x) => total + x, 0) / n;
  let second = 0;
  let third = 0;
  for (const x of values) {
    const d = x - mean;
    second += (d * d) / n;
    third += (d * d * d) / n;
  }
  if (!(second > 0)) return 1;
  const variance = (design * k * (n - k) * second) / (n - 1);
  const cube = n > 2 ? (k * (n - k) * (n - 2 * k) * third) / ((n - 1) * (n - 2)) : 0;
  const moment = design ** 2 * cube;
  return skewedTail((sum - k * mean) / Math.sqrt(variance), moment / variance ** 1.5);
}

/** P(Z > z) of the Pearson type III distribution with mean 0, variance 1 and this skewness. */
export function skewedTail(z: number, skewness: number): number {
  const skew = Math.abs(skewness) < 1e-3 ? 1e-3 : skewness;
  const shape = 4 / skew ** 2;
  const x = shape + Math.sign(skew) * z * Math.sqrt(shape);
  return skew > 0 ? gammaTail(shape, x) : 1 - gammaTail(shape, x);
}
