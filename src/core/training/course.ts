import { type Curve, meanOf, shapeOf } from './curve';
import { fitLine, noiseOf, resolutionOf } from './noise';

/** With fewer points after the lowest one, the scatter around a line measures the bend of the curve. */
const fewAfter = 8;
/** Neighbours on either side that a single odd value is compared with. */
const neighbours = 3;

/** The large features of a curve, lower being better, judged against its noise. */
export interface Course {
  /** The values, averaged in blocks where there are many. */
  readonly y: Float64Array;
  /** The same with single values that stand out from their neighbours laid between them. */
  readonly calm: Float64Array;
  /** Points that are averaged to a level: a tenth of the curve. */
  readonly window: number;
  /** Standard deviation of the noise on the whole curve and on its second half; NaN below 5 points. */
  readonly noise: number;
  readonly lateNoise: number;
  /** Level at the start, at the lowest place and at the end. */
  readonly start: number;
  readonly lowest: number;
  readonly end: number;
  /** Index of the lowest level. */
  readonly lowestAt: number;
}

/** Levels are means over a tenth of the curve; NaN for an empty one. */
export function courseOf(curve: Curve): Course {
  const y = shapeOf(curve);
  const noise = noiseOf(y);
  const calm = calmed(y, noise);
  const window = Math.max(1, Math.round(y.length / 10));
  const levels = runningMean(calm, window);
  const lowestAt = indexOfLowest(levels);
  const end = meanOf(calm, y.length - window);
  return {
    y,
    calm,
    window,
    noise,
    lateNoise: lateNoiseOf(y, noise, end),
    start: y.length === 0 ? Number.NaN : Math.max(y[0]!, levels[0]!),
    lowest: levels[lowestAt] ?? Number.NaN,
    end,
    lowestAt,
  };
}

/** In shorter curves half of them is too little to tell the noise there. */
const longEnough = 40;

/**
 * Noise often shrinks with the loss, so the end of a curve is judged by the noise of its second half; a short
 * one by the noise of its logarithm where that makes it smaller at the level of the end.
 */
function lateNoiseOf(y: Float64Array, noise: number, end: number): number {
  if (y.length >= longEnough) return noiseOf(y.subarray(Math.floor(y.length / 2)));
  if (!y.every(value => value > 0)) return noise;
  const relative = noiseOf(y.map(Math.log)) * end;
  return relative < noise ? Math.max(relative, resolutionOf(y) / Math.sqrt(12)) : noise;
}

/** Lays a value that lies more than six noise widths outside the medians of its neighbours on the nearer one. */
function calmed(y: Float64Array, noise: number): Float64Array {
  const calm = y.slice();
  for (let i = neighbours; i < y.length - neighbours; i++) {
    const before = middleOf(y[i - 3]!, y[i - 2]!, y[i - 1]!);
    const after = middleOf(y[i + 1]!, y[i + 2]!, y[i + 3]!);
    const high = Math.max(before, after);
    const low = Math.min(before, after);
    if (y[i]! > high + 6 * noise) calm[i] = high;
    else if (y[i]! < low - 6 * noise) calm[i] = low;
  }
  return calm;
}

function middleOf(a: number, b: number, c: number): number {
  return Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
}

/**
 * How far the end lies above the lowest level, in the curve's units and in standard errors: of the
 * difference of the two levels, or of the line through all points since the lowest, whichever says more.
 */
export function riseOf(course: Course): { readonly rise: number; readonly errors: number } {
  const rise = course.end - course.lowest;
  const line = fitLine(course.calm, course.lowestAt);
  const noise = Math.max(course.lateNoise, line.points < fewAfter ? 0 : line.scatter);
  const error = noise * line.memory;
  const byLevels = rise / (error * Math.sqrt(2 / course.window));
  const byLine = line.points < 3 ? 0 : (line.change * line.spread) / (line.points - 1) / error;
  return { rise, errors: Math.max(byLevels, byLine) };
}

/** What was gained from the start to the lowest level. */
export function gainOf({ start, lowest }: Course): number {
  return start - lowest;
}

/** What a level is compared with: its own size, or what was gained where the curve crosses 0. */
export function sizeOf(course: Course): number {
  const { lowest, start } = course;
  return lowest > 0 === start > 0 ? Math.abs(lowest) : gainOf(course);
}

/** Centred mean over `window` points, over fewer at both ends. */
export function runningMean(y: Float64Array, window: number): Float64Array {
  const before = window >> 1;
  const sums = new Float64Array(y.length + 1);
  for (let i = 0; i < y.length; i++) sums[i + 1] = sums[i]! + y[i]!;
  return y.map((_, i) => {
    const from = Math.max(0, i - before);
    const to = Math.min(y.length, i - before + window);
    return (sums[to]! - sums[from]!) / (to - from);
  });
}

function indexOfLowest(values: Float64Array): number {
  let lowest = 0;
  for (let i = 1; i < values.length; i++) if (values[i]! < values[lowest]!) lowest = i;
  return lowest;
}
