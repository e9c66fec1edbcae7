import type { MetricId } from '../../shared/metricId';
import { pickedSamples } from '../comparison/pickedSamples';
import type { PredictionData } from '../predictionData';
import { evaluate } from '../report/evaluate';
import { perSampleLoss, rankingMetric } from '../report/perSample';
import type { ModelSamples } from '../samples/modelSamples';
import { lossInterval } from '../uncertainty/lossInterval';
import { type Bins, binsOf } from './bins';
import type { Condition, Feature } from './feature';
import { type GroupLoss, groupLoss } from './groupLoss';
import { rowsOf } from './rowsOf';

/** The samples of one model that have one value, or a range of values. */
export interface Group extends GroupLoss {
  /** Null for the rows of all values that are too many to be told one by one. */
  readonly condition: Condition | null;
  readonly samples: Int32Array;
  readonly interval: readonly [low: number, high: number] | null;
}

const cut = { ranges: 8, values: 24, names: 50, least: 1 };

/** The groups of one feature with what each costs by the ranking loss, or by another; the costliest first. */
export function groupsOf(
  data: PredictionData,
  model: ModelSamples,
  feature: Feature,
  metric: MetricId = rankingMetric(model),
): readonly Group[] {
  const losses = perSampleLoss(model, metric, data.parameters);
  if (losses === null) return [];
  const bins = binsOf(feature, rowsOf(model), cut);
  const members = membersOf(bins);
  const groups = members.flatMap((samples, code): Group[] => {
    if (samples.length === 0) return [];
    const test = bins.testOf(code, code);
    return [
      {
        condition: code < bins.named ? { feature, test } : null,
        samples,
        ...groupLoss(losses, model.weight, i => bins.codes[i] === code),
        interval: intervalOf(lossInterval(model, metric, data.parameters, samples)),
      },
    ];
  });
  return groups.sort((a, b) => order(b) - order(a));
}

/** The samples in each bin. */
function membersOf({ codes, count }: Bins): readonly Int32Array[] {
  const counts = new Int32Array(count);
  for (let i = 0; i < codes.length; i++) counts[codes[i]!]! += 1;
  const members = Array.from(counts, length => new Int32Array(length));
  counts.fill(0);
  for (let i = 0; i < codes.length; i++) members[codes[i]!]![counts[codes[i]!]!++] = i;
  return members;
}

/** Groups without an excess come last: the only one there is, or infinite losses elsewhere. */
function order({ excess }: GroupLoss): number {
  return Number.isNaN(excess) ? Number.NEGATIVE_INFINITY : excess;
}

function intervalOf(found: ReturnType<typeof lossInterval>): Group['interval'] {
  return found === null || 'none' in found ? null : [found.low, found.high];
}

/** The values of the metrics in a group, where they exist. */
export function valuesIn(
  { parameters, lineOf }: PredictionData,
  model: ModelSamples,
  samples: Int32Array,
  metrics?: readonly MetricId[],
): Readonly<Partial<Record<MetricId, number>>> {
  const options = { parameters, lineOf, worst: 0, baseline: false, ...(metrics && { metrics }) };
  return evaluate([pickedSamples(model, samples)], options)[0]!.values;
}
