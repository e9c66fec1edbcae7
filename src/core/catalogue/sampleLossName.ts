import type { MetricId } from '../../shared/metricId';
import { catalogue } from './catalogue';

/** What one sample's loss is called: `squared error` for `mse`; the metric's name where no sample has one. */
export function sampleLossName(metric: MetricId): string {
  const definition = catalogue[metric];
  const sample = definition.measures === 'models' ? null : definition.sample;
  return sample?.name ?? definition.name;
}
