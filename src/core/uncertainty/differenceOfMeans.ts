import { type Fill, fillLength } from '../statistics/fill';
import { studentT } from '../statistics/studentT';
import { skewedEnd } from './ends';
import { type MeanInterval, type MeanOf, minRows, spreadOf } from './meanInterval';
import { type MeanMoments, meanMoments } from './meanMoments';
import { type Unseen, unseenAbove } from './unseen';

/** Unseen rows for the two ends of the interval of one half. */
interface UnseenOfHalf {
  readonly low: readonly Unseen[];
  readonly high: readonly Unseen[];
}

/** Unseen rows of a half: `part` of each difference, the values of which `fill` gives. */
type UnseenIn = (half: MeanOf, mean: number, part: (x: number) => number) => UnseenOfHalf;

/** Less of a row than of a single mean: a difference has a tail on either side. */
const unseenShare = 0.03;

/** The long end of a half may lie beyond its largest value. */
export const unseenInTail: UnseenIn = ({ n, values }, mean) => {
  const above = unseenAbove(n, values, mean, unseenShare);
  return { low: [], high: above === null ? [] : [above] };
};

const positive = (x: number) => Math.max(0, x);
const negative = (x: number) => Math.max(0, -x);

/**
 * 95 % interval of the mean of differences. What speaks against the first of the two and what speaks against
 * the second are means of values that are not negative, whose skewness can be believed; each has an interval
 * of its own, and the ends of the two are put together by their squares and their covariance. Rows in which
 * both are the same do not say which is better: of fewer others than `minRows` there is no interval.
 * Source: Zou and Donner 2008, Statistics in Medicine 27; the halves' ends are Hall's.
 */
export function intervalOfDifference(differences: MeanOf, unseenIn: UnseenIn): MeanInterval {
  const { mean, rows, nonzero } = meanMoments(
    differences.n,
    differences.values,
    differences.weight,
  );
  if (nonzero === 0) return { mean, none: 'all rows have the same value' };
  const saying = Math.min(rows, nonzero);
  if (!(rows >= minRows)) return { mean, none: 'too few rows' };
  if (saying < minRows) return { mean, none: 'too few rows', few: 'unlike' };
  const [up, down] = [positive, negative].map(part =>
    halfOf(differences, part, studentT(saying - 1), unseenIn),
  ) as unknown as readonly [Half, Half];
  const shared = (up.moments.mean * down.moments.mean) / (rows - 1);
  const below = together(shared, up.low, down.high);
  const above = together(shared, up.high, down.low);
  if (!Number.isFinite(below) || !Number.isFinite(above)) return { mean, none: 'no finite spread' };
  return { mean, low: mean - below, high: mean + above };
}

/** How far an end lies from the mean: so many standard errors. */
interface Reach {
  readonly error: number;
  readonly errors: number;
}

interface Half {
  readonly moments: MeanMoments;
  readonly low: Reach;
  readonly high: Reach;
}

function halfOf(
  differences: MeanOf,
  part: (x: number) => number,
  t: number,
  unseenIn: UnseenIn,
): Half {
  const half = { ...differences, values: mapped(differences.values, part) };
  const moments = meanMoments(half.n, half.values, half.weight);
  const unseen = unseenIn(half, moments.mean, part);
  const low = spreadOf(moments, unseen.low, 1);
  const high = spreadOf(moments, unseen.high, 1);
  return {
    moments,
    low: { error: low.error, errors: skewedEnd(-low.lean, t) },
    high: { error: high.error, errors: skewedEnd(high.lean, t) },
  };
}

/** Of two halves whose means have the covariance -`shared`: no row belongs to both. */
function together(shared: number, a: Reach, b: Reach): number {
  const squares = (a.error * a.errors) ** 2 + (b.error * b.errors) ** 2;
  return Math.sqrt(squares + 2 * shared * a.errors * b.errors);
}

function mapped(fill: Fill, part: (x: number) => number): Fill {
  const room = new Float64Array(fillLength);
  return (from, out) => {
    const values = room.subarray(0, out.length);
    fill(from, values);
    for (let i = 0; i < out.length; i++) out[i] = part(values[i]!);
  };
}
