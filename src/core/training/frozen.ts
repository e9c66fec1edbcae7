import type { Judged } from './evidence';
import { resolutionOf } from './noise';
import { stretchToEnd } from './stretches';

/** The same number to its last digit, again and again to the end of a curve. */
export interface Frozen {
  readonly count: number;
  /** x of the first of them. */
  readonly x: number;
}

const minAlike = 5;
/** A curve that settles comes closer in steps of the last digits; one that freezes stops from a larger step. */
const steps = 50;

/**
 * The frozen end of a curve; null where the curve moves, comes to rest by ever smaller steps, or has come so
 * near to 0 that its digits may have run out.
 */
export function frozenOf({ curve, course }: Judged): Frozen | null {
  const { y, x } = curve;
  const last = y.at(-1);
  if (last === undefined) return null;
  const from = stretchToEnd(y, value => value === last);
  const count = y.length - from;
  if (from === 0 || count < Math.max(minAlike, y.length / 10)) return null;
  const step = Math.abs(y[from - 1]! - last);
  const isFar = Math.abs(last) > 0.05 * Math.abs(course.start);
  return isFar && step > steps * resolutionOf(y) ? { count, x: x[from]! } : null;
}
