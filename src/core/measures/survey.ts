import { defaultParameters } from '../../shared/metricId';
import { RankBracket } from '../statistics/rankBracket';
import { lostBy, Sum } from '../statistics/sum';
import type { ErrorView } from './errorView';
import { guessedMean, type SumsAbout } from './sumsAbout';

/** What the losses need again and again, all of it from one pass over a view; the sums are weighted. */
export interface Survey {
  readonly error: number;
  readonly absolute: number;
  readonly squared: number;
  /** Of the Huber loss with `delta`. */
  readonly huber: number;
  readonly delta: number;
  /** Largest |e| of every `surveyLength` samples, whatever their weights. */
  readonly peaks: Float64Array;
  /** Of the targets, about a guess of their mean. */
  readonly targets: SumsAbout;
  /** Around the median of |e|; null under a constant prediction, with weights and of short columns. */
  readonly middle: RankBracket | null;
}

/** Samples taken in together: few enough to stay in the nearest cache, and to be added up plainly. */
export const surveyLength = 512;

/** Surveys a view when first asked; later asks find the `delta` of that time. */
export function survey(view: ErrorView, delta: number = defaultParameters.huberDelta): Survey {
  return view.memo.get('survey', () => surveyOf(view, delta, middleOf(view)));
}

/**
 * Errors cancel, so their own sum is compensated term by term. All other terms are added plainly within a
 * piece, whose sums are then compensated: at most 512 roundings, about 1e-14.
 */
export function surveyOf(view: ErrorView, delta: number, middle: RankBracket | null): Survey {
  const centre = guessedMean(view.target);
  const peaks = new Float64Array(Math.ceil(view.n / surveyLength));
  const sizes = new Float64Array(surveyLength);
  const found = new Float64Array(8);
  const sums = Array.from({ length: 5 }, () => new Sum());
  for (let piece = 0; piece < peaks.length; piece++) {
    const from = piece * surveyLength;
    const length = Math.min(surveyLength, view.n - from);
    addPiece(view, view.weight ?? one, from, length, delta, centre, sizes, found);
    for (let k = 0; k < sums.length; k++) sums[k]!.add(found[k]!);
    peaks[piece] = found[5]!;
    middle?.take(sizes, length);
  }
  const [absolute, squared, huber, first, second] = sums.map(({ value }) => value);
  const [high, low] = found.subarray(6);
  return {
    error: Number.isFinite(high) ? high! + low! : high!,
    absolute: absolute!,
    squared: squared!,
    huber: huber!,
    delta,
    peaks,
    targets: { centre, first: first!, second: second! },
    middle,
  };
}

const one = Float64Array.of(1);

/**
 * Writes the |e| of a piece to `sizes`, and to `found` its sums of |e|, e^2, Huber loss, y - centre and
 * (y - centre)^2, its largest |e|, and the running sum of all errors with what rounding took from it.
 * One loop, because reading the columns is most of the cost, and no branch that depends on the data: with
 * r = max(0, |e| - delta) and m = |e| - r the Huber loss is m^2 / 2 + delta r.
 */
function addPiece(
  { target, targetMask, prediction, predictionMask }: ErrorView,
  weight: Float64Array,
  from: number,
  length: number,
  delta: number,
  centre: number,
  sizes: Float64Array,
  found: Float64Array,
): void {
  const weightMask = weight === one ? 0 : -1;
  let absolute = 0;
  let squared = 0;
  let huber = 0;
  let first = 0;
  let second = 0;
  let largest = 0;
  let high = found[6]!;
  let low = found[7]!;
  for (let i = 0; i < length; i++) {
    const at = from + i;
    const w = weight[at & weightMask]!;
    const y = target[at & targetMask]!;
    const error = prediction[at & predictionMask]! - y;
    const size = Math.abs(error);
    const over = size - delta;
    const beyond = 0.5 * (Math.abs(over) + over);
    const within = size - beyond;
    const x = y - centre;
    const term = w * error;
    const next = high + term;
    low += lostBy(high, term, next);
    high = next;
    sizes[i] = size;
    absolute += w * size;
    squared += w * (size * size);
    huber += w * (0.5 * within * within + delta * beyond);
    first += w * x;
    second += w * x * x;
    if (size > largest) largest = size;
  }
  found[0] = absolute;
  found[1] = squared;
  found[2] = huber;
  found[3] = first;
  found[4] = second;
  found[5] = largest;
  found[6] = high;
  found[7] = low;
}

function middleOf(view: ErrorView): RankBracket | null {
  const { n, target, targetMask, prediction, predictionMask, weight } = view;
  if (predictionMask === 0 || weight !== undefined) return null;
  const sizeAt = (i: number) => Math.abs(prediction[i]! - target[i & targetMask]!);
  return RankBracket.around(n, Math.floor((n - 1) / 2), sizeAt);
}
