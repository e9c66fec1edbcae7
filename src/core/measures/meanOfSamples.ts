import { type Fill, fillOf, sumOfTerms, weighted } from '../statistics/fill';
import type { ClassView } from './classView';
import type { Measured } from './measured';
import type { SampleLoss } from './sampleLoss';
import { meanOfSum } from './totalWeight';

/** Weighted mean of a loss of samples. */
export function meanOfSamples(view: ClassView, loss: SampleLoss): Measured {
  return meanOfFilled(view, fillOf(loss));
}

/** The same of losses that are computed together. */
export function meanOfFilled(view: ClassView, losses: Fill): Measured {
  return meanOfSum(view, () => sumOfTerms(view.n, weighted(losses, view.weight)));
}
