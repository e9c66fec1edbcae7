import type { MetricId, Parameters } from '../../shared/metricId';
import { definitionOf } from './catalogue';
import { sampleLosses } from './sampleLosses';

/** Losses that depend on the error alone, so that each is a curve over it; the one that ranks rows first. */
export const errorLosses: readonly MetricId[] = sampleLosses('regression').filter(dependsOnError);

/** Whether a metric is the mean of a loss of the error alone. */
export function dependsOnError(metric: MetricId): boolean {
  const definition = definitionOf(metric);
  return definition.measures === 'numbers' && definition.sample?.dependsOn === 'error';
}

/** Loss of an error, or its derivative with respect to the prediction; NaN for metrics that have none. */
export function lossOfError(
  metric: MetricId,
  parameters: Parameters,
  derivative: boolean,
): (error: number) => number {
  const definition = definitionOf(metric);
  const sample = definition.measures === 'numbers' ? definition.sample : null;
  const curve = (derivative ? sample?.derivative : sample?.loss) ?? (() => Number.NaN);
  return error => curve(error, 0, parameters);
}
