import type { Parameters } from '../../shared/metricId';
import { sumOfTerms, weighted } from '../statistics/fill';
import type { ErrorView } from './errorView';
import { lossFill } from './lossFill';
import type { Measured } from './measured';
import type { BlockLoss } from './sampleLoss';
import { meanOfSum } from './totalWeight';

/** Weighted mean of a loss of numbers. */
export function meanLoss(loss: BlockLoss): (view: ErrorView, parameters: Parameters) => Measured {
  return (view, parameters) => meanOfSum(view, () => sumOfLoss(view, loss, parameters));
}

/** Weighted sum of a loss of numbers. */
export function sumOfLoss(view: ErrorView, loss: BlockLoss, parameters: Parameters): number {
  return sumOfTerms(view.n, weighted(lossFill(view, loss, parameters), view.weight));
}
