import { percent, significant } from '../../../shared/text';
import { meanOf, shapeOf } from '../curve';
import { bestOf, type Found, type Judged, placeText, type TrainingEvidence } from '../evidence';
import { riseOf, runningMean, type Shape } from '../shape';

/** Below this many values noise cannot be estimated and the rise must be steady. */
const fewValues = 6;
/** In curves shorter than this a steep bend passes for noise, so a steady course counts too. */
const shortCurve = 16;

/** The validation loss rises above its best, beyond its noise, while the training loss goes on falling. */
export function overfitting(evidence: TrainingEvidence): Found | null {
  const { train, history } = evidence;
  const held = evidence.validation ?? heldScore(evidence);
  if (train === null || held === null) return null;
  if (!risesAgain(held) || !fallsSince(train, xOfLowest(held))) return null;
  const best = bestOf(held);
  const { x, series } = held.curve;
  const since = x[Math.min(x.indexOf(best.x) + 1, x.length - 1)]!;
  const end = signed(held, held.shape.end);
  const { errors } = riseOf(held.shape);
  const worse = Math.abs(end - best.y) / Math.abs(best.y);
  const score = series.direction === 'higher';
  return {
    text: [
      `Overfitting since ${placeText(history, since)}: ${held.name} is best at ${placeText(history, best.x)} (${significant(best.y)}) and ends at ${significant(end)}, ${percent(worse)} ${score ? 'below' : 'above'} it, while ${train.name} goes on falling to ${significant(train.shape.end)}.`,
      noiseText(held.shape, errors),
      `The weights of ${placeText(history, best.x)} are the ones to keep.`,
    ].join(' '),
    doubt: doubtOf(evidence, held),
    numbers: {
      series: held.name,
      since,
      bestAt: best.x,
      best: best.y,
      end,
      worse,
      standardErrors: Number.isFinite(errors) ? errors : null,
      train: train.name,
    },
  };
}

/** True when the curve ends above its lowest level by more than noise and by an amount that matters. */
export function risesAgain({ shape, curve }: Judged): boolean {
  if (shape.y.length < shortCurve && risesSteadily(shape.y)) return true;
  if (shape.y.length < fewValues) return false;
  const { rise, errors } = riseOf(shape);
  const level = Math.abs(shape.lowest);
  const gained = shape.start - shape.lowest;
  const ofLevel = curve.series.direction === 'higher' ? Number.POSITIVE_INFINITY : 0.06;
  const matters = rise >= 0.03 * level && (rise >= 0.05 * gained || rise >= ofLevel * level);
  return matters && errors >= 4 + 10 / shape.y.length && staysUp(shape, rise);
}

/**
 * Every value after the lowest is higher than the one before, by a tenth in all: three such steps, or two
 * where there are few values.
 */
function risesSteadily(y: Float64Array): boolean {
  let lowest = 0;
  for (let i = 1; i < y.length; i++) if (y[i]! < y[lowest]!) lowest = i;
  if (y.length - 1 - lowest < (y.length < fewValues ? 2 : 3)) return false;
  for (let i = lowest + 1; i < y.length; i++) if (y[i]! <= y[i - 1]!) return false;
  return y.at(-1)! - y[lowest]! >= 0.1 * Math.abs(y[lowest]!);
}

/** One spike at the end is no rise: the values after the lowest level lie above it for good. */
function staysUp({ y, lowest, lowestAt, window }: Shape, rise: number): boolean {
  const from = Math.max(lowestAt + 1, Math.floor((lowestAt + y.length) / 2));
  const tail = y.slice(Math.min(from, y.length - window));
  const above = tail.filter(value => value > lowest + rise / 4).length;
  return above >= 0.8 * tail.length;
}

/** True when the level of the training loss falls between `x` and the end. */
function fallsSince({ curve, shape }: Judged, x: number): boolean {
  if (shape.y.length < 2) return false;
  const levels = runningMean(shape.y, shape.window);
  const reached = curve.x.findLastIndex(value => value <= x);
  const at = Math.floor((Math.max(reached, 0) * shape.y.length) / curve.x.length);
  const before = levels[at]!;
  const fall = before - meanOf(shapeOf(curve), shape.y.length - shape.window);
  const noise = Number.isNaN(shape.noise) ? 0 : shape.noise * Math.sqrt(2 / shape.window);
  if (fall <= 0.01 * Math.abs(before)) return false;
  return fall > 2 * noise || (shape.y.length < shortCurve && fallsSteadily(shape.y, at));
}

function fallsSteadily(y: Float64Array, from: number): boolean {
  for (let i = from + 1; i < y.length; i++) if (y[i]! >= y[i - 1]!) return false;
  return true;
}

function xOfLowest({ curve, shape }: Judged): number {
  const at = Math.floor((shape.lowestAt * curve.x.length) / shape.y.length);
  return curve.x[at]!;
}

/** A validation score in place of a validation loss that was not logged. */
function heldScore({ score }: TrainingEvidence): Judged | null {
  const split = score?.curve.series.split;
  return split === 'validation' || split === 'test' ? score : null;
}

function signed({ curve }: Judged, value: number): number {
  return curve.series.direction === 'higher' ? -value : value;
}

function noiseText({ y }: Shape, errors: number): string {
  if (y.length < fewValues) return 'With so few values the noise of the curve is not known.';
  if (!Number.isFinite(errors)) return 'The curve shows no noise.';
  return `The rise is ${significant(errors, 2)} standard errors of the noise in the curve.`;
}

function doubtOf({ comparable, train, testAsValidation }: TrainingEvidence, held: Judged): string {
  const doubts = [
    'It could be wrong if the validation data are few, differ from the training data, or if a second descent follows later.',
  ];
  if (!comparable) {
    doubts.push(
      `${train?.name} and ${held.name} are different quantities: only their directions were compared, not the gap between them.`,
    );
  }
  if (testAsValidation) doubts.push(`${held.name} stands in for a validation loss.`);
  return doubts.join(' ');
}
