import type { MetricId, Parameters } from '../../shared/metricId';
import { definitionOf, metricsOf } from '../catalogue/catalogue';
import { measureOf } from '../report/evaluate';
import type { ModelSamples } from '../samples/modelSamples';
import type { Quantity } from './quantity';
import { inSteps, type Steps } from './steps';

/** Every finite value of the catalogue for these rows, or those of some metrics. */
export function catalogueQuantities(
  model: ModelSamples,
  parameters: Parameters,
  metrics: readonly MetricId[] = metricsOf(model.task),
): Steps<readonly Quantity[]> {
  const measure = measureOf(model, parameters);
  return inSteps(
    metrics.map(id => () => {
      const measured = measure(id);
      if (measured === null || 'undefined' in measured) return [];
      return quantityOf(id, measured.value);
    }),
  );
}

function quantityOf(id: MetricId, value: number): readonly Quantity[] {
  if (!Number.isFinite(value)) return [];
  const { name, source, kind } = definitionOf(id);
  const isLibrary = source.includes('_') || /PyTorch|Keras|XGBoost|torchmetrics/.test(source);
  const text = isLibrary ? `${name} (${source})` : name;
  return [{ text, value, kind, cost: 0, ...(id === 'log_loss' ? { family: 'log loss' } : {}) }];
}
