import { significant } from '../../../shared/text';
import { type Course, gainOf, riseOf, runningMean, sizeOf } from '../course';
import { meanOf } from '../curve';
import { type Found, type Judged, minValues, type TrainingEvidence } from '../evidence';
import {
  aboveBestText,
  bestOf,
  endsOf,
  heldData,
  placeText,
  testAsValidationText,
  told,
  wordsFor,
} from '../sentences';

/** In curves shorter than this a steep bend passes for noise, so a steady course counts too. */
const shortCurve = 16;
/** The training loss must fall by this share of its level while the validation loss rises. */
const trainFall = 0.01;

/** The validation loss rises above its best, beyond its noise, while the training loss goes on falling. */
export function overfitting(evidence: TrainingEvidence): Found | null {
  const { train, history } = evidence;
  const held = evidence.validation ?? heldScore(evidence);
  if (train === null || held === null || held.curve === train.curve) return null;
  if (!risesAgain(held) || !fallsSince(train, xOfLowest(held))) return null;
  const best = bestOf(held);
  const { x } = held.curve;
  const since = x[Math.min(x.indexOf(best.x) + 1, x.length - 1)]!;
  const { last } = endsOf(held);
  const { errors } = riseOf(held.course);
  return {
    text: told(
      `Overfitting since ${placeText(history, since)}: ${held.name} ends at ${significant(last)}, ${aboveBestText(history, held)}, while ${train.name} goes on ${wordsFor(train).falling} to ${significant(endsOf(train).last)}.`,
      noiseText(held.course, errors),
      keepText(evidence, held),
    ),
    doubt: doubtOf(evidence, held),
    numbers: {
      series: held.name,
      since,
      bestAt: best.x,
      best: best.y,
      end: last,
      worse: Math.abs(last - best.y) / Math.abs(best.y),
      standardErrors: Number.isFinite(errors) ? errors : null,
      train: train.name,
    },
  };
}

/** True when the curve ends above its lowest level by more than noise and by an amount that matters. */
export function risesAgain({ course, curve }: Judged): boolean {
  if (course.y.length < shortCurve && risesSteadily(course.y)) return true;
  if (course.y.length < minValues + 1) return false;
  const { rise, errors } = riseOf(course);
  const size = sizeOf(course);
  const ofLevel = curve.series.direction === 'higher' ? Number.POSITIVE_INFINITY : 0.06;
  const matters = rise >= 0.03 * size && (rise >= 0.05 * gainOf(course) || rise >= ofLevel * size);
  return matters && errors >= 4 + 20 / course.y.length && staysUp(course, rise);
}

/**
 * Every value after the lowest is higher than the one before, by a tenth in all: three such steps, or two
 * where there are few values.
 */
function risesSteadily(y: Float64Array): boolean {
  let lowest = 0;
  for (let i = 1; i < y.length; i++) if (y[i]! < y[lowest]!) lowest = i;
  if (y.length - 1 - lowest < (y.length <= minValues ? 2 : 3)) return false;
  for (let i = lowest + 1; i < y.length; i++) if (y[i]! <= y[i - 1]!) return false;
  return y.at(-1)! - y[lowest]! >= 0.1 * Math.abs(y[lowest]!);
}

/** One spike at the end is no rise: the values after the lowest level lie above it for good. */
function staysUp({ calm, lowest, lowestAt, window }: Course, rise: number): boolean {
  const from = Math.max(lowestAt + 1, Math.floor((lowestAt + calm.length) / 2));
  const tail = calm.slice(Math.min(from, calm.length - Math.max(window, 2)));
  const above = tail.filter(value => value > lowest + rise / 4).length;
  return above >= 0.8 * tail.length;
}

/** True when the level of the training loss falls between `x` and the end. */
function fallsSince({ curve, course }: Judged, x: number): boolean {
  if (course.y.length < 2) return false;
  const levels = runningMean(course.calm, course.window);
  const reached = curve.x.findLastIndex(value => value <= x);
  const at = Math.floor((Math.max(reached, 0) * course.y.length) / curve.x.length);
  const before = levels[at]!;
  const fall = before - meanOf(course.calm, course.y.length - course.window);
  const noise = Number.isNaN(course.noise) ? 0 : course.noise * Math.sqrt(2 / course.window);
  if (fall <= trainFall * Math.abs(before)) return false;
  return fall > 2 * noise || (course.y.length < shortCurve && fallsSteadily(course.y, at));
}

function fallsSteadily(y: Float64Array, from: number): boolean {
  for (let i = from + 1; i < y.length; i++) if (y[i]! >= y[i - 1]!) return false;
  return true;
}

function xOfLowest({ curve, course }: Judged): number {
  const at = Math.floor((course.lowestAt * curve.x.length) / course.y.length);
  return curve.x[at]!;
}

/** A validation score in place of a validation loss that was not logged. */
function heldScore({ score }: TrainingEvidence): Judged | null {
  const split = score?.curve.series.split;
  return split === 'validation' || split === 'test' ? score : null;
}

function noiseText({ y }: Course, errors: number): string {
  if (y.length <= minValues) return 'With so few values the noise of the curve is not known.';
  if (!Number.isFinite(errors)) return 'The curve shows no noise.';
  return `The rise of its mean level is ${significant(errors, 2)} standard errors of the noise in the curve.`;
}

/** Which weights to keep: by the loss, and by a score of the same data where that is best elsewhere. */
function keepText({ history, score }: TrainingEvidence, held: Judged): string {
  const place = placeText(history, bestOf(held).x);
  const other =
    score === null || score.curve === held.curve ? null : { score, best: bestOf(score) };
  const isOfSameData = score?.curve.series.split === held.curve.series.split;
  if (other === null || !isOfSameData || other.best.x === bestOf(held).x) {
    return `The weights of ${place} are the ones to keep.`;
  }
  return `By ${held.name} the weights of ${place} are the ones to keep; by ${score!.name} those of ${placeText(history, other.best.x)}, where it is ${significant(other.best.y)}.`;
}

function doubtOf(evidence: TrainingEvidence, held: Judged): string {
  const { comparable, train } = evidence;
  const data = heldData(held);
  return told(
    `It could be wrong if the ${data} are few, differ from the training data, or if a second descent follows later.`,
    comparable
      ? ''
      : `${train?.name} and ${held.name} are different quantities: only their directions were compared, not the gap between them.`,
    testAsValidationText(evidence),
  );
}
