import type { Fill } from '../statistics/fill';
import { studentT } from '../statistics/studentT';
import { scoreEnd, skewedEnd } from './ends';
import { type MeanMoments, meanMoments } from './meanMoments';
import { type Unseen, unseenAbove } from './unseen';

/** Below this many rows, with weights the equivalent of as many, nothing here holds in 95 of 100 samples. */
export const minRows = 10;

/** A 95 % interval of a mean, or the reason why there is none. */
export type MeanInterval =
  | { readonly mean: number; readonly low: number; readonly high: number }
  | { readonly mean: number; readonly none: string; readonly few?: FewRows };

/** Which rows are too few where all together are not: those with unlike losses, those of rarer classes. */
export type FewRows = 'unlike' | 'rare';

/** A tenth of a row: enough for tails whose variance is infinite, little for those of normal errors. */
const unseenShare = 0.1;
/** Of values of both signs the skewness of a sample is mostly noise; a fifth of it is always believed. */
const leastBelieved = 0.2;

/** Values, one for each row, and the weights of the rows. */
export interface MeanOf {
  readonly n: number;
  readonly values: Fill;
  readonly weight: Float64Array | undefined;
}

/** Unseen rows, measured from a mean; of a part of each value where one is given. */
export type UnseenAbout = (mean: number, part?: (x: number) => number) => readonly Unseen[];

/**
 * Of values that may have a long tail of which the rows show only the beginning: the skewed end on both sides,
 * with a part of an unseen row beyond the largest value of each sign.
 */
export function intervalOfMean({ n, values, weight }: MeanOf): MeanInterval {
  const moments = meanMoments(n, values, weight);
  const negative: Fill = (from, out) => {
    values(from, out);
    for (let i = 0; i < out.length; i++) out[i] = -out[i]!;
  };
  const below = unseenAbove(n, negative, -moments.mean, unseenShare);
  const above = unseenAbove(n, values, moments.mean, unseenShare);
  const believed = Math.max(leastBelieved, Math.abs(moments.balance));
  const low = spreadOf(moments, below === null ? [] : [{ ...below, cube: -below.cube }], believed);
  const high = spreadOf(moments, above === null ? [] : [above], believed);
  return between(
    moments,
    low.error * skewedEnd(-low.lean, low.t),
    high.error * skewedEnd(high.lean, high.t),
  );
}

/**
 * Of the losses of a classifier, whose mean hangs on how often each class occurs; `unseen` rows of the classes
 * are counted in. The skewed end on the side of the long tail, the score's on the other.
 */
export function intervalOfClassLoss(
  { n, values, weight }: MeanOf,
  unseen: UnseenAbout,
): MeanInterval {
  const moments = meanMoments(n, values, weight);
  const { error, lean, t } = spreadOf(moments, unseen(moments.mean), 1);
  const end = (k: number) => (k < 0 ? scoreEnd(k, t) : skewedEnd(k, t));
  return between(moments, error * end(-lean), error * end(lean));
}

export interface Spread {
  /** Standard error of the mean, unseen rows included. */
  readonly error: number;
  /** Skewness of the mean, as far as it is to be believed. */
  readonly lean: number;
  /** Point of Student's t. */
  readonly t: number;
}

/** Spread of a mean of which the part `believed` of its skewness is believed. */
export function spreadOf(
  { rows, second, third }: MeanMoments,
  unseen: readonly Unseen[],
  believed: number,
): Spread {
  const square = unseen.reduce((sum, row) => sum + row.rows * row.square, second * rows ** 2);
  const cube = unseen.reduce((sum, row) => sum + row.rows * row.cube, third * rows ** 3);
  return {
    error: Math.sqrt(square / (rows * (rows - 1))),
    lean: square === 0 ? 0 : (believed * cube) / square ** 1.5,
    t: studentT(rows - 1),
  };
}

/** From so far below the mean to so far above it; a mean of values none of which is negative is not either. */
function between({ mean, rows, least }: MeanMoments, below: number, above: number): MeanInterval {
  if (!(rows >= minRows)) return { mean, none: 'too few rows' };
  if (!Number.isFinite(below) || !Number.isFinite(above)) return { mean, none: 'no finite spread' };
  if (below === 0 && above === 0) return { mean, none: 'all rows have the same value' };
  return { mean, low: least < 0 ? mean - below : Math.max(0, mean - below), high: mean + above };
}
