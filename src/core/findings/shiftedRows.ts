import type { Finding } from '../../shared/lossReport';
import { percent, plural, significant } from '../../shared/text';
import type { ModelSamples, RegressionModelSamples } from '../samples/modelSamples';
import { weightedMean } from '../statistics/weightedMean';
import type { ModelDetector } from './detector';

const minRows = 20;
/** Enough rows to be sure, few enough to be quick. */
const maxRows = 50_000;
const shifts = [1, -1, 2, -2, 3, -3] as const;
/** Shifted, the loss must be halved, and be half of what no relation at all would give. */
const half = 0.5;
/** Or the accuracy must rise by a fifth of all rows. */
const accuracyGain = 0.2;

/** The predictions belong to the rows above or below. */
export const shiftedRows: ModelDetector = ({ model, title }) => {
  if (model.n < minRows || model.task === 'errors') return null;
  return model.task === 'regression' ? shiftedNumbers(model, title) : shiftedLabels(model, title);
};

/** Mean over the rows i whose neighbour j lies `shift` rows above of the distance between output i and truth j. */
function shiftedMean(
  { n, rows }: ModelSamples,
  output: Float64Array | Int32Array,
  truth: Float64Array | Int32Array,
  measure: 'squared' | 'unequal',
  shift: number,
): number {
  const length = Math.min(n, maxRows);
  const squared = measure === 'squared';
  let sum = 0;
  let count = 0;
  for (let i = Math.max(0, shift); i < Math.min(length, length + shift); i++) {
    if (rows !== null && rows[i]! - rows[i - shift]! !== shift) continue;
    const distance = output[i]! - truth[i - shift]!;
    sum += squared ? distance * distance : Number(distance !== 0);
    count++;
  }
  return count < minRows / 2 ? Number.POSITIVE_INFINITY : sum / count;
}

function bestShift(meanOf: (shift: number) => number) {
  const means = shifts.map(shift => ({ shift, mean: meanOf(shift) }));
  return means.reduce((best, next) => (next.mean < best.mean ? next : best));
}

function shiftedNumbers(model: RegressionModelSamples, title: string): Finding | null {
  const { target, prediction } = model;
  const meanOf = (shift: number) => shiftedMean(model, prediction, target, 'squared', shift);
  const before = meanOf(0);
  const { shift, mean } = bestShift(meanOf);
  const variance = varianceOf(target.subarray(0, maxRows));
  if (!(mean <= half * before && mean <= half * variance)) return null;
  return {
    id: 'shifted-rows',
    text: `The predictions of ${title} fit the targets ${placeText(shift)} better than their own: compared with those, the mean squared error would be ${significant(mean)} instead of ${significant(before)}. ${causeText(shift)}`,
    evidence: { model: title, shift, mse: before, mseAfter: mean },
    weight: 0.9,
  };
}

function shiftedLabels(
  model: Exclude<ModelSamples, { task: 'errors' | 'regression' }>,
  title: string,
): Finding | null {
  const { target, predicted } = model;
  const meanOf = (shift: number) => shiftedMean(model, predicted, target, 'unequal', shift);
  const before = meanOf(0);
  const { shift, mean } = bestShift(meanOf);
  if (!(mean <= half * before && before - mean >= accuracyGain)) return null;
  return {
    id: 'shifted-rows',
    text: `The labels of ${title} fit the true classes ${placeText(shift)} better than their own: compared with those, accuracy would be ${percent(1 - mean)} instead of ${percent(1 - before)}. ${causeText(shift)}`,
    evidence: { model: title, shift, accuracy: 1 - before, accuracyAfter: 1 - mean },
    weight: 0.9,
  };
}

function varianceOf(values: Float64Array): number {
  const centre = weightedMean(values);
  return weightedMean(values.map(value => (value - centre) ** 2));
}

function placeText(shift: number): string {
  return `${plural(Math.abs(shift), 'row')} ${shift > 0 ? 'above' : 'below'}`;
}

/** A forecast that repeats the last value looks shifted too, but only downwards. */
function causeText(shift: number): string {
  return shift > 0
    ? 'Either the rows are out of step, or the forecast repeats earlier values.'
    : 'The rows are probably out of step.';
}
