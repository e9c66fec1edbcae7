import type { MetricId, Parameters } from '../../shared/metricId';
import { definitionOf } from './catalogue';

/** The loss and the values of its parameters, as a key. */
export function ownParameters(metric: MetricId, parameters: Parameters): string {
  return `${metric} ${definitionOf(metric)
    .parameters.map(name => parameters[name])
    .join(' ')}`;
}
