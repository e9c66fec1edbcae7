import type { Parameters } from '../../shared/metricId';
import { type Fill, fillLength } from '../statistics/fill';
import type { ErrorView } from './errorView';
import type { BlockLoss, ColumnOf, NumberLoss } from './sampleLoss';

/** The losses of a view's samples. */
export function lossFill(view: ErrorView, loss: BlockLoss, parameters: Parameters): Fill {
  const prediction = pieceOf(view.prediction, view.predictionMask);
  const target = pieceOf(view.target, view.targetMask);
  return (from, out) => {
    const to = from + out.length;
    const columnOf: ColumnOf = name => view.columnOf(name)?.subarray(from, to);
    loss(prediction(from, out.length), target(from, out.length), parameters, out, columnOf);
  };
}

/** prediction - target of a view's samples. */
export function errorFill(view: ErrorView): Fill {
  const prediction = pieceOf(view.prediction, view.predictionMask);
  const target = pieceOf(view.target, view.targetMask);
  return (from, out) => subtract(prediction(from, out.length), target(from, out.length), out);
}

function subtract(prediction: Float64Array, target: Float64Array, out: Float64Array): void {
  for (let i = 0; i < out.length; i++) out[i] = prediction[i]! - target[i]!;
}

/** A block of losses, one call for each: for losses without a loop of their own. */
export function eachOf(loss: NumberLoss): BlockLoss {
  return (prediction, target, parameters, out) => {
    for (let i = 0; i < out.length; i++) out[i] = loss(prediction[i]!, target[i]!, parameters);
  };
}

function pieceOf(values: Float64Array, mask: 0 | -1): (from: number, n: number) => Float64Array {
  if (mask === -1) return (from, n) => values.subarray(from, from + n);
  const constant = new Float64Array(fillLength).fill(values[0]!);
  return (_, n) => constant.subarray(0, n);
}
