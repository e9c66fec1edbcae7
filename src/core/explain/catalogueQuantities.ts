import type { Parameters } from '../../shared/metricId';
import { catalogue, metricsOf } from '../catalogue/catalogue';
import { evaluate } from '../report/evaluate';
import type { ModelSamples } from '../samples/modelSamples';
import type { Quantity } from './quantity';

/** Every finite value of the catalogue for these rows. */
export function catalogueQuantities(
  model: ModelSamples,
  parameters: Parameters,
): readonly Quantity[] {
  const metrics = metricsOf(model.task);
  const options = { parameters, metrics, worst: 0, lineOf: () => null, baseline: false };
  const { values } = evaluate([model], options)[0]!;
  return metrics.flatMap(id => {
    const value = values[id];
    if (value === undefined || !Number.isFinite(value)) return [];
    const { name, source, kind } = catalogue[id];
    const isLibrary = source.includes('_') || /PyTorch|Keras|XGBoost|torchmetrics/.test(source);
    const text = isLibrary ? `${name} (${source})` : name;
    return [{ text, value, kind, cost: 0, ...(id === 'log_loss' ? { family: 'log loss' } : {}) }];
  });
}
