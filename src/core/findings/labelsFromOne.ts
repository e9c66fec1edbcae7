import { percent } from '../../shared/text';
import type { MulticlassModelSamples } from '../samples/modelSamples';
import type { ModelDetector } from './detector';

const minRows = 10;
/** Moved by one, half of the labels must be right, and three in ten more than before. */
const smallestAccuracy = 0.5;
const smallestGain = 0.3;

/** One column counts its classes from 0, the other from 1. */
export const labelsFromOne: ModelDetector = ({ model, title }) => {
  if (model.task !== 'multiclass' || model.n < minRows) return null;
  const numbers = model.classes.map(Number);
  if (!numbers.every(Number.isInteger)) return null;
  const shift = shiftOfRange(model, numbers);
  if (shift === undefined) return null;
  const accuracy = accuracyWith(model, numbers, 0);
  const after = accuracyWith(model, numbers, shift);
  if (after < smallestAccuracy || after - accuracy < smallestGain) return null;
  const column = shift === 1 ? 'The labels' : 'The true classes';
  return {
    id: 'labels-from-1',
    text: `${column} of ${title} start one lower than ${shift === 1 ? 'the true classes' : 'its labels'}, as when one counts from 0 and the other from 1. With 1 ${shift === 1 ? 'added to' : 'taken from'} every label accuracy would be ${percent(after)} instead of ${percent(accuracy)}.`,
    evidence: { model: title, shift, accuracy, accuracyAfter: after },
    weight: 0.97,
  };
};

/** 1 or -1 when the predicted numbers span the true ones moved by one. */
function shiftOfRange(
  model: MulticlassModelSamples,
  numbers: readonly number[],
): 1 | -1 | undefined {
  const [trueLow, trueHigh] = rangeOf(model.target, numbers);
  const [low, high] = rangeOf(model.predicted, numbers);
  const shift = trueLow - low;
  return trueHigh - high === shift && (shift === 1 || shift === -1) ? shift : undefined;
}

function rangeOf(codes: Int32Array, numbers: readonly number[]): readonly [number, number] {
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (const code of codes) {
    low = Math.min(low, numbers[code]!);
    high = Math.max(high, numbers[code]!);
  }
  return [low, high];
}

function accuracyWith(
  model: MulticlassModelSamples,
  numbers: readonly number[],
  shift: number,
): number {
  let right = 0;
  for (let i = 0; i < model.n; i++)
    if (numbers[model.predicted[i]!]! + shift === numbers[model.target[i]!]) right++;
  return right / model.n;
}
