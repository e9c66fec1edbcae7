import { percent } from '../../shared/text';
import type { UsableMulticlass } from '../samples/usable';
import type { ModelDetector } from './detector';

const fewestRows = 10;
/** Moved by one, half of the labels must be right, and three in ten more than before. */
const smallestAccuracy = 0.5;
const smallestGain = 0.3;

/** One column counts its classes from 0, the other from 1. */
export const labelsFromOne: ModelDetector = ({ usable, title }) => {
  if (usable.task !== 'multiclass' || usable.n < fewestRows) return null;
  const numbers = usable.classes.map(Number);
  if (!numbers.every(Number.isInteger)) return null;
  const shift = shiftOfRange(usable, numbers);
  if (shift === undefined) return null;
  const accuracy = accuracyWith(usable, numbers, 0);
  const after = accuracyWith(usable, numbers, shift);
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
function shiftOfRange(usable: UsableMulticlass, numbers: readonly number[]): 1 | -1 | undefined {
  const [trueLow, trueHigh] = rangeOf(usable.target, numbers);
  const [low, high] = rangeOf(usable.predicted, numbers);
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

function accuracyWith(usable: UsableMulticlass, numbers: readonly number[], shift: number): number {
  let right = 0;
  for (let i = 0; i < usable.n; i++)
    if (numbers[usable.predicted[i]!]! + shift === numbers[usable.target[i]!]) right++;
  return right / usable.n;
}
