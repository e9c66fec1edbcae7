import type { MetricId } from '../../shared/metricId';
import { definitionOf } from './catalogue';

/** What one sample's loss is called: `squared error` for `mse`; the metric's name where no sample has one. */
export function sampleLossName(metric: MetricId): string {
  const definition = definitionOf(metric);
  const sample = definition.measures === 'models' ? null : definition.sample;
  return sample?.name ?? definition.name;
}
