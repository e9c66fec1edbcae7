import { significant } from '../../shared/text';
import type { RegressionModelSamples } from '../samples/modelSamples';
import type { ModelDetector } from './detector';

const minRows = 5;
/** A model that is off by less than a fifth may simply shrink towards the mean. */
const smallestChange = 0.2;
/** The factor must take three quarters of the squared loss away ... */
const leftOver = 0.25;
/** ... and what is left must be less than half of the variance, or there was no relation to scale. */
const ofVariance = 0.5;

/** Factors that units differ by, with what they suggest. */
const known: readonly (readonly [number, string])[] = [
  [10, 'a factor of ten'],
  [100, 'percent against fractions'],
  [1000, 'a factor of a thousand, for example grams against kilograms'],
  [1e6, 'a factor of a million'],
  [60, 'minutes against seconds, or hours against minutes'],
  [3600, 'hours against seconds'],
  [24, 'days against hours'],
  [7, 'weeks against days'],
  [12, 'years against months, or feet against inches'],
  [2.54, 'inches against centimetres'],
  [3.28084, 'metres against feet'],
  [1.609344, 'miles against kilometres'],
  [2.204623, 'kilograms against pounds'],
  [-1, 'the opposite sign'],
];
const nearKnown = 0.02;

/** The predictions differ from the targets by one factor, as when units differ. */
export const scaleFactor: ModelDetector = ({ model, title }) => {
  if (model.task !== 'regression' || model.n < minRows) return null;
  const fit = scaled(model);
  if (!(fit.after <= leftOver * fit.before && fit.after <= ofVariance * fit.variance)) return null;
  if (Math.abs(fit.factor - 1) < smallestChange || fit.after > fit.shifted) return null;
  const meaning = meaningOf(fit.factor);
  const hint = meaning === undefined ? '' : ` This looks like ${meaning}.`;
  return {
    id: 'scale-factor',
    text: `The predictions of ${title} fit the targets once multiplied by ${significant(fit.factor, 4)}: the mean squared error would be ${significant(fit.after)} instead of ${significant(fit.before)}.${hint}`,
    evidence: { model: title, factor: fit.factor, mse: fit.before, mseAfter: fit.after },
    weight: 0.92,
  };
};

interface Scaled {
  readonly factor: number;
  readonly before: number;
  readonly after: number;
  /** What a constant offset would leave instead. */
  readonly shifted: number;
  readonly variance: number;
}

/** Least squares of target = factor * prediction. */
function scaled({ n, target, prediction }: RegressionModelSamples): Scaled {
  let cross = 0;
  let squares = 0;
  let sum = 0;
  let offset = 0;
  for (let i = 0; i < n; i++) {
    cross += target[i]! * prediction[i]!;
    squares += prediction[i]! * prediction[i]!;
    sum += target[i]!;
    offset += prediction[i]! - target[i]!;
  }
  const factor = cross / squares;
  return {
    factor,
    before: squaredDistance(target, prediction, 1, 0, n),
    shifted: squaredDistance(target, prediction, 1, offset / n, n),
    after: squaredDistance(target, prediction, factor, 0, n),
    variance: squaredDistance(target, target, 0, -sum / n, n),
  };
}

/** Mean of (factor * x - y - offset)^2. */
function squaredDistance(
  y: Float64Array,
  x: Float64Array,
  factor: number,
  offset: number,
  n: number,
): number {
  let sum = 0;
  for (let i = 0; i < n; i++) {
    const distance = factor * x[i]! - y[i]! - offset;
    sum += distance * distance;
  }
  return sum / n;
}

function meaningOf(factor: number): string | undefined {
  const near = (value: number, wanted: number) => Math.abs(value / wanted - 1) <= nearKnown;
  return known.find(([value]) => near(factor, value) || near(1 / factor, value))?.[1];
}
