import { plural } from '../../shared/text';
import { hasProbability, trueProbability } from '../measures/trueProbability';
import type { ModelSamples } from '../samples/modelSamples';
import { extent } from '../statistics/extent';
import type { ModelContext, ModelDetector } from './detector';

/** A few exact predictions can be true. */
const minNumbers = 5;
const minLabels = 20;
/** Relative to the largest target: the rounding of a number printed with nine digits. */
const rounding = 1e-9;

/** Every prediction is exactly right, which real models rarely are. */
export const perfectModel: ModelDetector = context => {
  if (!isPerfect(context)) return null;
  const { model, title } = context;
  return {
    id: 'perfect-model',
    text: `${title} is exactly right on all ${plural(model.n, 'row')}. Real predictions rarely are: check that its column is not a copy of the target, or that the target was not among its inputs.`,
    evidence: { model: title, rows: model.n },
    weight: 0.8,
  };
};

function isPerfect({ model, errors }: ModelContext): boolean {
  if (errors !== null) return model.n >= minNumbers && errorsVanish(model, errors);
  if (model.n < minLabels || model.task === 'regression' || model.task === 'errors') return false;
  if (!model.predicted.every((code, i) => code === model.target[i])) return false;
  return !hasProbability(model) || trueProbability(model).every(p => p >= 1 - rounding);
}

function errorsVanish(model: ModelSamples, errors: Float64Array): boolean {
  const [min, max] = model.task === 'regression' ? extent(model.target) : [0, 0];
  const largest = Math.max(-min, max);
  return errors.every(error => Math.abs(error) <= rounding * largest);
}
