import { catalogue } from '../../core/catalogue/catalogue';
import { sharedLosses } from '../../core/comparison/sharedLosses';
import type { Usable } from '../../core/samples/usable';
import { type MetricId, metricIds, type PredictionTask } from '../../shared/metricId';

/** Losses of numbers that are means over samples besides those that depend on the error alone. */
const more: Readonly<Record<PredictionTask, readonly MetricId[]>> = {
  regression: ['mape', 'smape', 'msle', 'poisson_deviance', 'gamma_deviance', 'tweedie_deviance'],
  errors: [],
  binary: [],
  multiclass: [],
};

/** The losses models can be ranked under, in the order of the report. */
export function rankedLosses(models: readonly Usable[]): readonly MetricId[] {
  const task = models[0]?.task;
  if (task === undefined) return [];
  const losses = new Set([...sharedLosses(models), ...more[task]]);
  return metricIds.filter(id => losses.has(id) && catalogue[id].direction === 'lower');
}
