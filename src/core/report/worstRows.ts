import type { WorstRow } from '../../shared/lossReport';
import type { MetricId, Parameters } from '../../shared/metricId';
import { definitionOf } from '../catalogue/catalogue';
import type { MetricDefinition } from '../catalogue/metricDefinition';
import { regionAt } from '../measures/region';
import { hasProbability, trueProbabilityAt } from '../measures/trueProbability';
import {
  type BinaryModelSamples,
  type ModelSamples,
  type MulticlassModelSamples,
  rowOf,
} from '../samples/modelSamples';
import type { Fill } from '../statistics/fill';
import { type Bounds, topOfFilled } from '../statistics/topOf';
import { sampleFill } from './perSample';

type LineOf = (row: number) => number | null;

/**
 * The `count` worst rows by the per-sample loss of `metric`, worst first, ties by row. `lineOf` takes a data
 * row; `bounds`, where they are known, are those of the losses.
 */
export function worstRows(
  model: ModelSamples,
  metric: MetricId,
  count: number,
  parameters: Parameters,
  lineOf: LineOf,
  bounds?: () => Bounds | undefined,
): readonly WorstRow[] {
  const fill = count === 0 ? null : sampleFill(model, metric, parameters);
  if (fill === null) return [];
  const describe = describer(model);
  const badness = badnessOf(fill, definitionOf(metric).direction);
  const loss = new Float64Array(1);
  return topOfFilled(model.n, count, badness, bounds?.()).map(i => {
    const row = rowOf(model, i);
    fill(i, loss);
    return { line: lineOf(row), row, ...describe(i), loss: loss[0]! };
  });
}

/** From the values of a metric to numbers that are larger where it is worse. */
export function badnessOf(fill: Fill, direction: MetricDefinition['direction']): Fill {
  if (direction === 'lower') return fill;
  const sign = direction === 'higher' ? () => -1 : Math.sign;
  return (from, out) => {
    fill(from, out);
    for (let i = 0; i < out.length; i++) out[i] = sign(out[i]!) * out[i]!;
  };
}

export type Description = Omit<WorstRow, 'line' | 'row' | 'loss'>;

/** What a report says about single samples, besides their place and their loss. */
export function describer(model: ModelSamples): (i: number) => Description {
  switch (model.task) {
    case 'regression':
      return i => {
        const target = model.target[i]!;
        const prediction = model.prediction[i]!;
        return { target, prediction, error: prediction - target };
      };
    case 'errors':
      return i => ({ target: null, prediction: null, error: model.error[i]! });
    default:
      return classDescriber(model);
  }
}

function classDescriber(
  model: BinaryModelSamples | MulticlassModelSamples,
): (i: number) => Description {
  const label = (code: number | undefined) => model.classes[code ?? -1] ?? null;
  const labelsOf = (i: number) => ({
    target: label(model.target[i]),
    prediction: label(model.predicted[i]),
    error: null,
  });
  if (!hasProbability(model)) return labelsOf;
  const probabilityAt = trueProbabilityAt(model);
  const region = regionAt(model);
  return i => ({ ...labelsOf(i), probability: probabilityAt(i), region: region(i) });
}
