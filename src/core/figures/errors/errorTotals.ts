import { catalogue } from '../../catalogue/catalogue';
import { errorView } from '../../evaluate/errorView';
import { totalWeight } from '../../evaluate/totalWeight';
import type { Parameters } from '../../metricId';
import { countsAlong, type GridAxis } from '../drawing/density';
import { foundIn } from '../foundIn';
import { keyFill } from '../standIn/keys';
import { standIn } from '../standIn/standIn';
import type { ErrorLoss } from './errorLosses';
import type { WithErrors } from './errorsOf';

/** Weighted sum of a loss over all samples, NaN where it does not exist. */
export function totalLoss(model: WithErrors, loss: ErrorLoss, parameters: Parameters): number {
  const view = errorView(standIn(model, loss, parameters) as WithErrors, () => null);
  const measured = catalogue[loss].measureErrors?.(view, parameters) ?? null;
  if (measured === null || 'undefined' in measured) return Number.NaN;
  return totalWeight(view) * measured.value;
}

/** How many errors lie in each bin of the axis; kept for the next question. */
export function errorCounts(model: WithErrors, axis: GridAxis): Float64Array {
  return foundIn(model).get(`errors in ${axis.bins} bins from ${axis.min} to ${axis.max}`, () =>
    countsAlong(model.n, keyFill(model, 'error'), axis),
  );
}
