import type { Fill } from '../statistics/fill';
import { topOfFilled } from '../statistics/topOf';

/** Rows that the sample does not hold but could have held: how many, and how far from the mean of the sample. */
export interface Unseen {
  /** Rows, or a part of one. */
  readonly rows: number;
  /** Mean square and mean cube of their distance from the mean of the sample. */
  readonly square: number;
  readonly cube: number;
}

/** The tail is judged by the largest 0.7 sqrt(n) values above zero. */
const tailShare = 0.7;

/**
 * `rows`, a part of one, that may lie beyond the largest value above zero. Were the tail a power law, the logarithm
 * of its values would grow past the largest by the mean growth in the tail (Hill 1975, Annals of Statistics 3);
 * it is taken to grow by twice that. null when hardly a value is above zero.
 */
export function unseenAbove(n: number, fill: Fill, mean: number, rows: number): Unseen | null {
  const length = Math.max(1, Math.round(tailShare * Math.sqrt(n)));
  const top = largest(n, fill, length + 1);
  const start = top[length];
  if (start === undefined || start <= 0) return null;
  const growth = top.reduce((sum, x) => sum + Math.log(x / start), 0) / length;
  const distance = top[0]! * Math.exp(2 * growth) - mean;
  return { rows, square: distance ** 2, cube: distance ** 3 };
}

function largest(n: number, fill: Fill, count: number): readonly number[] {
  const one = new Float64Array(1);
  return topOfFilled(n, count, fill).map(i => {
    fill(i, one);
    return one[0]!;
  });
}
