import { z } from '../statistics/studentT';

/** From `low` to `high`: holds the true value in 95 of 100 samples. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** Wilson's 95 % interval of a share seen in n rows. Source: Wilson 1927, JASA 22. */
export function wilson(share: number, n: number): Interval {
  const shrink = 1 / (1 + (z * z) / n);
  const centre = shrink * (share + (z * z) / (2 * n));
  const half = shrink * z * Math.sqrt((share * (1 - share)) / n + (z * z) / (4 * n * n));
  return { low: Math.max(0, centre - half), high: Math.min(1, centre + half) };
}
