import { plural } from '../../shared/text';
import { hasProbability, trueProbability } from '../measures/trueProbability';
import type { Usable } from '../samples/usable';
import { extent } from '../statistics/extent';
import type { ModelContext, ModelDetector } from './detector';

/** A few exact predictions can be true. */
const fewestNumbers = 5;
const fewestLabels = 20;
/** Relative to the largest target: the rounding of a number printed with nine digits. */
const rounding = 1e-9;

/** Every prediction is exactly right, which real models rarely are. */
export const perfectModel: ModelDetector = context => {
  if (!isPerfect(context)) return null;
  const { usable, title } = context;
  return {
    id: 'perfect-model',
    text: `${title} is exactly right on all ${plural(usable.n, 'row')}. Real predictions rarely are: check that its column is not a copy of the target, or that the target was not among its inputs.`,
    evidence: { model: title, rows: usable.n },
    weight: 0.8,
  };
};

function isPerfect({ usable, errors }: ModelContext): boolean {
  if (errors !== null) return usable.n >= fewestNumbers && errorsVanish(usable, errors);
  if (usable.n < fewestLabels || usable.task === 'regression' || usable.task === 'errors')
    return false;
  if (!usable.predicted.every((code, i) => code === usable.target[i])) return false;
  return !hasProbability(usable) || trueProbability(usable).every(p => p >= 1 - rounding);
}

function errorsVanish(usable: Usable, errors: Float64Array): boolean {
  const [min, max] = usable.task === 'regression' ? extent(usable.target) : [0, 0];
  const largest = Math.max(-min, max);
  return errors.every(error => Math.abs(error) <= rounding * largest);
}
