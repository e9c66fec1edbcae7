import type { Parameters } from '../../shared/metricId';
import { catalogue } from './catalogue';
import type { MetricDefinition } from './metricDefinition';

/** Losses that depend on the error alone, so that each is a curve over it. */
export const errorLosses = [
  'mse',
  'mae',
  'huber',
  'smooth_l1',
  'pseudo_huber',
  'log_cosh',
  'pinball',
] as const;

export type ErrorLoss = (typeof errorLosses)[number];

/** Loss of an error, or its derivative with respect to the prediction. */
export function lossOfError(
  metric: ErrorLoss,
  parameters: Parameters,
  derivative: boolean,
): (error: number) => number {
  const { perSample, derivative: slope }: MetricDefinition = catalogue[metric];
  const curve = (derivative ? slope : perSample)!;
  return error => curve(error, 0, parameters);
}
