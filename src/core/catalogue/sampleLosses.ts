import type { MetricId, PredictionTask } from '../../shared/metricId';
import { definitionOf, metricsOf, reductionOf } from './catalogue';

const ranking: ReadonlySet<MetricId> = new Set(['mse', 'log_loss']);

/**
 * The losses of a task that are means over samples and never negative, in the order of the report after the
 * one that ranks the worst rows.
 */
export function sampleLosses(task: PredictionTask): readonly MetricId[] {
  const losses = metricsOf(task).filter(isMeanOfLosses);
  return [...losses.filter(id => ranking.has(id)), ...losses.filter(id => !ranking.has(id))];
}

function isMeanOfLosses(id: MetricId): boolean {
  return definitionOf(id).direction === 'lower' && reductionOf(id) === 'mean';
}
