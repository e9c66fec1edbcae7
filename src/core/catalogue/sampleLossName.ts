import type { MetricId } from '../../shared/metricId';
import { catalogue } from './catalogue';

/** What one sample's loss is called: `mse` is the mean of the squared error. */
const sampleNames: Readonly<Partial<Record<MetricId, string>>> = {
  mse: 'squared error',
  mae: 'absolute error',
  huber: 'Huber loss',
  smooth_l1: 'smooth L1 loss',
  pseudo_huber: 'pseudo-Huber loss',
  log_cosh: 'log-cosh loss',
  pinball: 'pinball loss',
  brier: 'Brier score',
  zero_one: '0-1 loss',
  log_loss: 'log loss',
  focal: 'focal loss',
};

/** `squared error` for `mse`; the name of the metric where one sample has no word of its own. */
export function sampleLossName(metric: MetricId): string {
  return sampleNames[metric] ?? catalogue[metric].name;
}
