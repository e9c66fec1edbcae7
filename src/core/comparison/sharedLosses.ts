import type { MetricId, PredictionTask } from '../../shared/metricId';
import { errorLosses } from '../catalogue/errorLosses';
import { hasProbability } from '../measures/trueProbability';
import type { Usable } from '../samples/usable';

/** Losses of single samples that are never negative, the most telling first. */
const candidates: Readonly<Record<PredictionTask, readonly MetricId[]>> = {
  regression: errorLosses,
  errors: ['mse', 'mae', 'huber', 'smooth_l1', 'log_cosh'],
  binary: ['log_loss', 'brier', 'focal', 'hinge', 'squared_hinge', 'zero_one'],
  multiclass: ['log_loss', 'brier', 'focal', 'zero_one'],
};

const hasMargin = (model: Usable) => model.task === 'binary' && model.margin !== undefined;

/** What a model must give for a loss; the others need nothing more than a prediction. */
const needs: Readonly<Partial<Record<MetricId, (model: Usable) => boolean>>> = {
  log_loss: hasProbability,
  brier: hasProbability,
  focal: hasProbability,
  hinge: hasMargin,
  squared_hinge: hasMargin,
};

/** The losses that every one of the models has sample by sample, the most telling first. */
export function sharedLosses(models: readonly Usable[]): readonly MetricId[] {
  const task = models[0]?.task;
  if (task === undefined) return [];
  return candidates[task].filter(metric => models.every(model => needs[metric]?.(model) ?? true));
}
