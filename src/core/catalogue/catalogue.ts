import type { MetricId, PredictionTask } from '../../shared/metricId';
import { metricIds } from '../../shared/metricId';
import { devianceMetrics } from './deviance';
import { distributionMetrics } from './distribution';
import { explainedMetrics } from './explained';
import { forecastMetrics } from './forecast';
import { informationMetrics } from './information';
import { labelMetrics } from './labels';
import { marginMetrics } from './margin';
import type { Family, MetricDefinition } from './metricDefinition';
import { probabilityMetrics } from './probability';
import { rankingMetrics } from './ranking';
import { regressionMetrics } from './regression';
import { relativeMetrics } from './relative';
import { robustMetrics } from './robust';
import { sumMetrics } from './sums';
import { toleranceMetrics } from './tolerance';

const families: Family<MetricId> = {
  ...sumMetrics,
  ...regressionMetrics,
  ...robustMetrics,
  ...relativeMetrics,
  ...toleranceMetrics,
  ...explainedMetrics,
  ...devianceMetrics,
  ...distributionMetrics,
  ...forecastMetrics,
  ...probabilityMetrics,
  ...informationMetrics,
  ...marginMetrics,
  ...labelMetrics,
  ...rankingMetrics,
};

/** Every loss and score by its canonical id, in the order of the report. */
export const catalogue: Readonly<Record<MetricId, MetricDefinition>> = Object.fromEntries(
  metricIds.map(id => [id, { id, ...families[id] }]),
) as Record<MetricId, MetricDefinition>;

/** The metrics a task can have, in the order of the report. */
export function metricsOf(task: PredictionTask): readonly MetricId[] {
  return metricIds.filter(id => hasTask(catalogue[id], task));
}

/** Whether a metric is defined for a task. */
export function hasTask({ tasks }: MetricDefinition, task: PredictionTask): boolean {
  return (tasks as readonly PredictionTask[]).includes(task);
}

/** How the losses of samples become the value of a metric; null where no sample has a loss of its own. */
export function reductionOf(id: MetricId): 'mean' | 'sum' | null {
  const metric = catalogue[id];
  if (metric.measures === 'models' || metric.sample === null) return null;
  return metric.measures === 'numbers' ? metric.sample.reduction : 'mean';
}

const first: Readonly<Record<PredictionTask, readonly MetricId[]>> = {
  regression: ['rmse', 'mae', 'mse', 'huber', 'medae', 'r2'],
  errors: ['sum_error', 'sum_squared_error', 'mse', 'mae', 'rmse', 'max_error'],
  binary: ['log_loss', 'accuracy', 'brier', 'roc_auc', 'f1', 'ece'],
  multiclass: ['log_loss', 'accuracy', 'brier', 'f1', 'top_k_accuracy', 'ece'],
};

const firstOfLabels: readonly MetricId[] = [
  'accuracy',
  'f1',
  'mcc',
  'balanced_accuracy',
  'precision',
  'recall',
];

/** The metrics that say most for a task, at most six; `labelsOnly` when no model gives probabilities. */
export function firstMetrics(task: PredictionTask, labelsOnly = false): readonly MetricId[] {
  const isClasses = task === 'binary' || task === 'multiclass';
  return isClasses && labelsOnly ? firstOfLabels : first[task];
}
