import type { MetricId, Parameters } from '../../metricId';
import { sampleFill } from '../../perSample';
import { weightedMeanOf } from '../../statistics/weightedMean';
import type { Usable } from '../../usable';

/** Mean loss of each model over its samples; NaN where it does not exist. */
export function meanLosses(
  models: readonly Usable[],
  metric: MetricId,
  parameters: Parameters,
): readonly number[] {
  return models.map(model => {
    const losses = sampleFill(model, metric, parameters);
    return losses === null ? Number.NaN : weightedMeanOf(model.n, losses, model.weight);
  });
}
