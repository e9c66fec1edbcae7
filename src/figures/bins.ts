import { keyFill } from '../core/fastPaths/sketch/keys';
import { hasErrors } from '../core/measures/errorsOf';
import { hasProbability } from '../core/measures/trueProbability';
import type { ModelSamples } from '../core/samples/modelSamples';
import { columnFill, type Fill } from '../core/statistics/fill';
import type { BinnedNumber, Bins } from '../shared/figure';
import { calibrationEvents } from './classes/calibrationEvents';

/** Neighbouring bins of a model's samples: one more edge than bins. */
export function binsBetween(edges: Float64Array, by: BinnedNumber, model: ModelSamples): Bins {
  const { name, split } = model;
  return { model: name, split, by, from: edges.subarray(0, -1), to: edges.subarray(1) };
}

const numbers: Readonly<Record<BinnedNumber, (model: ModelSamples) => Fill | undefined>> = {
  error: model => (hasErrors(model) ? keyFill(model, 'error') : undefined),
  probability: model =>
    hasProbability(model) ? columnFill(calibrationEvents(model).probability) : undefined,
};

/** The number that `by` names of every sample of a model. Throws when the model has none. */
export function binnedNumbersOf(model: ModelSamples, by: BinnedNumber): Fill {
  const fill = numbers[by](model);
  if (fill === undefined) throw new Error(`"${model.name}" has no ${by} to go by.`);
  return fill;
}
