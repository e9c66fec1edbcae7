import { sampleFill } from '../../core/report/perSample';
import type { ModelSamples } from '../../core/samples/modelSamples';
import { weightedMeanOf } from '../../core/statistics/weightedMean';
import type { MetricId, Parameters } from '../../shared/metricId';

/** Mean loss of each model over its samples; NaN where it does not exist. */
export function meanLosses(
  models: readonly ModelSamples[],
  metric: MetricId,
  parameters: Parameters,
): readonly number[] {
  return models.map(model => {
    const losses = sampleFill(model, metric, parameters);
    return losses === null ? Number.NaN : weightedMeanOf(model.n, losses, model.weight);
  });
}
