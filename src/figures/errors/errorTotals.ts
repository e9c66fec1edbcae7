import { definitionOf } from '../../core/catalogue/catalogue';
import { keyFill } from '../../core/fastPaths/sketch/keys';
import { sketch } from '../../core/fastPaths/sketch/sketch';
import type { WithErrors } from '../../core/measures/errorsOf';
import { errorView } from '../../core/measures/errorView';
import { totalWeight } from '../../core/measures/totalWeight';
import { memoOf } from '../../core/memo/memoOf';
import type { MetricId, Parameters } from '../../shared/metricId';
import { countsAlong, type GridAxis } from '../drawing/density';

/** Weighted sum of a loss over all samples, NaN where it does not exist. */
export function totalLoss(model: WithErrors, loss: MetricId, parameters: Parameters): number {
  const view = errorView(sketch(model, loss, parameters) as WithErrors, () => null);
  const metric = definitionOf(loss);
  const measured = metric.measures === 'numbers' ? metric.measure(view, parameters) : null;
  if (measured === null || 'undefined' in measured) return Number.NaN;
  return totalWeight(view) * measured.value;
}

/** How many errors lie in each bin of the axis; kept for the next question. */
export function errorCounts(model: WithErrors, axis: GridAxis): Float64Array {
  return memoOf(model).get(`errors in ${axis.bins} bins from ${axis.min} to ${axis.max}`, () =>
    countsAlong(model.n, keyFill(model, 'error'), axis),
  );
}
