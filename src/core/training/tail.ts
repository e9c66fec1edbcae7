import { type Course, gainOf, sizeOf } from './course';
import { meanOf } from './curve';
import { fitLine } from './noise';

/** A last third of fewer values than this is extended backwards, to half of the curve at most. */
const enoughInTail = 8;

/** How a curve moves over its last third. */
export interface Tail {
  /** How far the level falls over it; negative when it rises. */
  readonly fall: number;
  /** The fall as a share of all that was gained. */
  readonly share: number;
  /** Scatter of the values there. */
  readonly noise: number;
  /** Standard error of the fall. */
  readonly error: number;
  /** The fall in its own standard errors; infinite where the curve has no noise, NaN where that is unknown. */
  readonly errors: number;
  readonly points: number;
}

/** A line through the last third, in short curves through more, against the noise there. */
export function tailOf(course: Course): Tail {
  const { calm, lateNoise } = course;
  const half = Math.min(enoughInTail, Math.ceil(calm.length / 2));
  const points = Math.max(half, Math.ceil(calm.length / 3));
  if (points < 2)
    return { fall: 0, share: 0, noise: Number.NaN, error: Number.NaN, errors: Number.NaN, points };
  const line = fitLine(calm, calm.length - points);
  const noise = Math.max(lateNoise, points < 8 ? 0 : line.scatter);
  const fall = -line.change;
  const gain = gainOf(course);
  const error = (noise * line.memory * (points - 1)) / line.spread;
  return {
    fall,
    share: gain > 0 ? fall / gain : 0,
    noise,
    error,
    errors: error === 0 && fall === 0 ? 0 : fall / error,
    points,
  };
}

/** `the last third` of the curve, in short ones `the last 5 values`. */
export function tailText({ calm }: Course, { points }: Tail): string {
  return points <= Math.ceil(calm.length / 3) ? 'the last third' : `the last ${points} values`;
}

/** A level may lie above the lowest by this share of it before a run no longer ends near its best. */
const nearBest = 0.05;

/**
 * True when nothing at the end of the curve speaks for a level above its best: the means of its last 1, 2, 4,
 * ... values, up to a quarter of it or `most`, lie within 5 % of the lowest level, or within 1 + 3 / sqrt(values) noise
 * widths of it, which chance alone hardly exceeds. The last values are taken as they are written.
 */
export function endsNearItsBest(course: Course, most: number = course.y.length / 4): boolean {
  const { y, lowest } = course;
  const scatter = tailOf(course).noise;
  const noise = Number.isNaN(scatter) ? 0 : scatter;
  for (let count = 1; count <= Math.max(1, most); count *= 2) {
    const above = meanOf(y, y.length - count) - lowest;
    const allowed = Math.max(nearBest * sizeOf(course), noise * (1 + 3 / Math.sqrt(count)));
    if (above > allowed) return false;
  }
  return true;
}

/** Noise of a larger share of the level hides what the curve does. */
const maxNoise = 0.5;

/** True when the late noise is so large that nothing can be said of the end. */
export function tooNoisy(course: Course): boolean {
  return course.lateNoise >= maxNoise * sizeOf(course);
}
