import type { MetricId, Parameters } from '../../shared/metricId';
import { percent, readable } from '../../shared/text';
import { pickedSamples } from '../comparison/pickedSamples';
import { hasProbability, trueProbabilityAt } from '../measures/trueProbability';
import { shortened } from '../modelTitle';
import type { ModelSamples } from '../samples/modelSamples';
import { sampleLoss } from './perSample';

const firstRows = 3;

/** What the first rows of a model cost by a loss, in words; undefined where single rows have no such loss. */
export function workedRows(
  model: ModelSamples,
  metric: MetricId,
  parameters: Parameters,
): string | undefined {
  const few = firstOf(model);
  const loss = sampleLoss(few, metric, parameters);
  if (loss === null) return undefined;
  const told = Array.from({ length: few.n }, (_, i) => ({ i, cost: loss(i) }))
    .filter(({ cost }) => Number.isFinite(cost))
    .map(({ i, cost }) => `${rowText(few, i)} costs ${readable(cost)}`);
  return told.length === 0 ? undefined : `${told.join(', ')}.`;
}

function firstOf(model: ModelSamples): ModelSamples {
  if (model.n <= firstRows) return model;
  return pickedSamples(
    model,
    Int32Array.from({ length: firstRows }, (_, i) => i),
  );
}

function rowText(model: ModelSamples, i: number): string {
  switch (model.task) {
    case 'errors':
      return `an error of ${readable(model.error[i]!)}`;
    case 'regression':
      return `${readable(model.prediction[i]!)} for ${readable(model.target[i]!)}`;
    default:
      return classText(model, i);
  }
}

function classText(model: Exclude<ModelSamples, { task: 'errors' | 'regression' }>, i: number) {
  const nameOf = (code: number) => shortened(model.classes[code]!);
  const truth = nameOf(model.target[i]!);
  const label = `${nameOf(model.predicted[i]!)} for ${truth}`;
  return hasProbability(model) ? `${truth} at ${percent(trueProbabilityAt(model)(i), 0)}` : label;
}
