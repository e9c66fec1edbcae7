import type { WorstRow } from '../../shared/lossReport';
import type { MetricId, Parameters } from '../../shared/metricId';
import { catalogue } from '../catalogue/catalogue';
import type { MetricDefinition } from '../catalogue/metricDefinition';
import { regionAt } from '../measures/region';
import { hasProbability, trueProbabilityAt } from '../measures/trueProbability';
import { rowOf, type Usable, type UsableBinary, type UsableMulticlass } from '../samples/usable';
import type { Fill } from '../statistics/fill';
import { type Bounds, topOfFilled } from '../statistics/topOf';
import { sampleFill } from './perSample';

type LineOf = (row: number) => number | null;

/**
 * The `count` worst rows by the per-sample loss of `metric`, worst first, ties by row. `lineOf` takes a data
 * row; `bounds`, where they are known, are those of the losses.
 */
export function worstRows(
  usable: Usable,
  metric: MetricId,
  count: number,
  parameters: Parameters,
  lineOf: LineOf,
  bounds?: () => Bounds | undefined,
): readonly WorstRow[] {
  const fill = count === 0 ? null : sampleFill(usable, metric, parameters);
  if (fill === null) return [];
  const describe = describer(usable);
  const badness = badnessOf(fill, catalogue[metric].direction);
  const loss = new Float64Array(1);
  return topOfFilled(usable.n, count, badness, bounds?.()).map(i => {
    const row = rowOf(usable, i);
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
export function describer(usable: Usable): (i: number) => Description {
  switch (usable.task) {
    case 'regression':
      return i => {
        const target = usable.target[i]!;
        const prediction = usable.prediction[i]!;
        return { target, prediction, error: prediction - target };
      };
    case 'errors':
      return i => ({ target: null, prediction: null, error: usable.error[i]! });
    default:
      return classDescriber(usable);
  }
}

function classDescriber(usable: UsableBinary | UsableMulticlass): (i: number) => Description {
  const label = (code: number | undefined) => usable.classes[code ?? -1] ?? null;
  const labelsOf = (i: number) => ({
    target: label(usable.target[i]),
    prediction: label(usable.predicted[i]),
    error: null,
  });
  if (!hasProbability(usable)) return labelsOf;
  const probabilityAt = trueProbabilityAt(usable);
  const region = regionAt(usable);
  return i => ({ ...labelsOf(i), probability: probabilityAt(i), region: region(i) });
}
