import { effectiveRows } from './effectiveRows';
import { minRows } from './meanInterval';
import { type Interval, wilson } from './wilson';

/** 95 % interval of a weighted share of n rows; null of too few of them. */
export function shareInterval(
  share: number,
  n: number,
  weight: Float64Array | undefined,
): Interval | null {
  const rows = effectiveRows(n, weight);
  return rows < minRows ? null : wilson(share, rows);
}
