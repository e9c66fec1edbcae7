import type { MetricId } from '../../shared/metricId';
import { defaultParameters } from '../../shared/metricId';
import { definitionOf } from '../catalogue/catalogue';
import type { Decisive, MetricDefinition } from '../catalogue/metricDefinition';
import { sampleLosses } from '../catalogue/sampleLosses';
import { hasProbability } from '../measures/trueProbability';
import type { ModelSamples } from '../samples/modelSamples';

/** What a model must give for a loss that depends on it. */
const gives: Readonly<Record<Decisive, (model: ModelSamples) => boolean>> = {
  label: () => true,
  margin: model => model.task === 'binary' && model.margin !== undefined,
  probability: hasProbability,
  outputs: hasProbability,
};

/** The losses that every one of the models has for each sample, the one that ranks rows first. */
export function sharedLosses(models: readonly ModelSamples[]): readonly MetricId[] {
  return rankedLosses(models).filter(id => !takesPairs(definitionOf(id)));
}

/** The same with those that some targets or predictions have no loss under: percentages, logarithms, deviances. */
export function rankedLosses(models: readonly ModelSamples[]): readonly MetricId[] {
  const task = models[0]?.task;
  if (task === undefined) return [];
  return sampleLosses(task).filter(id => models.every(model => hasLoss(model, definitionOf(id))));
}

function takesPairs(metric: MetricDefinition): boolean {
  return metric.measures === 'numbers' && metric.sample?.dependsOn === 'pair';
}

function hasLoss(model: ModelSamples, metric: MetricDefinition): boolean {
  if (metric.measures !== 'classes' || metric.sample === null) return true;
  const { task } = model;
  return gives[metric.sample.dependsOn({ task, parameters: defaultParameters })](model);
}
