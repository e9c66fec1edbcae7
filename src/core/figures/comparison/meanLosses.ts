import type { MetricId, Parameters } from '../../metricId';
import { sampleFill } from '../../perSample';
import { columnFill, sumOfFilled, weighted } from '../../statistics/fill';
import type { Usable } from '../../usable';

/** Mean loss of each model over its samples; NaN where it does not exist. */
export function meanLosses(
  models: readonly Usable[],
  metric: MetricId,
  parameters: Parameters,
): readonly number[] {
  return models.map(model => {
    const losses = sampleFill(model, metric, parameters);
    if (losses === null) return Number.NaN;
    const { n, weight } = model;
    const total = weight === undefined ? n : sumOfFilled(n, columnFill(weight));
    return sumOfFilled(n, weighted(losses, weight)) / total;
  });
}
