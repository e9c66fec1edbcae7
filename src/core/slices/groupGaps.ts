import type { MetricId } from '../../shared/metricId';
import type { Gap } from '../../shared/sliceReport';
import { metricsOf } from '../catalogue/catalogue';
import { pickedSamples } from '../comparison/pickedSamples';
import type { PredictionData } from '../predictionData';
import { evaluate } from '../report/evaluate';
import { rankingMetric } from '../report/perSample';
import type { ModelSamples } from '../samples/modelSamples';
import { intervals } from '../uncertainty/intervals';

type Values = Readonly<Partial<Record<MetricId, number>>>;
type Ends = Readonly<Partial<Record<MetricId, readonly [low: number, high: number]>>>;

/**
 * How far a group is from all other rows, by the loss that ranks them and by accuracy: its value less theirs.
 * `samples` ascend. Without other rows there is no gap.
 */
export function groupGaps(
  { parameters, lineOf }: PredictionData,
  model: ModelSamples,
  samples: Int32Array,
): Readonly<Partial<Record<MetricId, Gap>>> {
  if (samples.length === 0 || samples.length === model.n) return {};
  const wanted = new Set<MetricId>([rankingMetric(model), 'accuracy']);
  const metrics = metricsOf(model.task).filter(id => wanted.has(id));
  const sides = [samples, othersOf(samples, model.n)].map(own => pickedSamples(model, own));
  const options = { parameters, lineOf, metrics, worst: 0, baseline: false };
  const [inside, outside] = evaluate(sides, options).map(({ values }) => values);
  const [own, others] = sides.map(side => intervals(side, parameters, metrics).intervals);
  return Object.fromEntries(
    metrics.flatMap(id => {
      const gap = gapOf(id, [inside!, outside!], [own!, others!]);
      return gap === null ? [] : [[id, gap]];
    }),
  );
}

function othersOf(samples: Int32Array, n: number): Int32Array {
  const others = new Int32Array(n - samples.length);
  let next = 0;
  let k = 0;
  for (let i = 0; i < n; i++) {
    if (samples[next] === i) next += 1;
    else others[k++] = i;
  }
  return others;
}

/**
 * The difference of two independent values with its 95 % interval, from an interval of each: for shares
 * Newcombe's. The ends are null where one of the values has no interval, of too few rows.
 * Source: Zou and Donner 2008, Statistics in Medicine 27; Newcombe 1998, Statistics in Medicine 17.
 */
function gapOf(
  id: MetricId,
  values: readonly [Values, Values],
  ends: readonly [Ends, Ends],
): Gap | null {
  const [a, b] = [values[0][id], values[1][id]];
  if (a === undefined || b === undefined || !Number.isFinite(a - b)) return null;
  const difference = a - b;
  const [ofA, ofB] = [ends[0][id], ends[1][id]];
  if (ofA === undefined || ofB === undefined) return { difference, low: null, high: null };
  return {
    difference,
    low: difference - Math.hypot(a - ofA[0], ofB[1] - b),
    high: difference + Math.hypot(ofA[1] - a, b - ofB[0]),
  };
}
