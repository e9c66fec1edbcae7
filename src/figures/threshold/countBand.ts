import { wilson } from '../../core/uncertainty/wilson';
import type { OperatingPoints } from './operatingPoints';

/** Fewer rows of either class make bands that say nothing. */
export const leastForBand = 10;

/** Whether a band is honest: plain counts, and enough of both classes. */
export function mayHaveBand(
  { positives, negatives }: OperatingPoints,
  weight: Float64Array | undefined,
): boolean {
  return weight === undefined && Math.min(positives, negatives) >= leastForBand;
}

/** 95 % intervals of the shares `hits[k] / of[k]`; from 0 to 1 where there is nothing to divide by. */
export function shareBand(
  hits: Float64Array,
  of: (k: number) => number,
): { readonly low: Float64Array; readonly high: Float64Array } {
  const low = new Float64Array(hits.length);
  const high = new Float64Array(hits.length).fill(1);
  for (const [k, count] of hits.entries()) {
    const n = of(k);
    if (n === 0) continue;
    ({ low: low[k], high: high[k] } = wilson(count / n, n));
  }
  return { low, high };
}
