import type { PredictionData } from '../../core/predictionData';
import { type ModelSamples, rowOf } from '../../core/samples/modelSamples';
import type { LabelColumn } from '../../core/samples/samples';
import { type Fill, forEachFilled } from '../../core/statistics/fill';

/** How the loss falls on the samples with one label. */
export interface GroupShare {
  readonly name: string;
  readonly count: number;
  readonly meanLoss: number;
  /** Share of the whole loss. */
  readonly share: number;
  /** Sample with the largest loss. */
  readonly worst: number;
}

/** A way to group samples: the true class, or a column of labels. */
export interface Grouping {
  readonly name: string;
  readonly labels: readonly string[];
  /** Code of sample i; -1 where the label is missing. */
  readonly codeOf: (model: ModelSamples, i: number) => number;
}

/** The true class first, then the columns of labels. */
export function groupings(data: PredictionData): readonly Grouping[] {
  const { samples } = data;
  const columns = (samples.groups ?? []).map(columnGrouping);
  if (samples.task !== 'binary' && samples.task !== 'multiclass') return columns;
  const byClass: Grouping = {
    name: 'true class',
    labels: samples.classes,
    codeOf: (model, i) =>
      model.task === 'binary' || model.task === 'multiclass' ? model.target[i]! : -1,
  };
  return [byClass, ...columns];
}

function columnGrouping({ name, labels, codes }: LabelColumn): Grouping {
  return { name, labels, codeOf: (model, i) => codes[rowOf(model, i)] ?? -1 };
}

/** Shares of all groups that occur, the largest first. `costs` are the weighted losses, `total` is their sum. */
export function groupShares(
  model: ModelSamples,
  costs: Fill,
  total: number,
  { labels, codeOf }: Grouping,
): readonly GroupShare[] {
  const missing = labels.length;
  const counts = new Float64Array(missing + 1);
  const sums = new Float64Array(missing + 1);
  const worst = new Int32Array(missing + 1).fill(-1);
  const largest = new Float64Array(missing + 1);
  forEachFilled(model.n, costs, (values, from) => {
    for (let i = 0; i < values.length; i++) {
      const code = codeOf(model, from + i);
      const at = code >= 0 && code < missing ? code : missing;
      const cost = values[i]!;
      counts[at]! += 1;
      sums[at]! += cost;
      if (worst[at]! >= 0 && !(cost > largest[at]!)) continue;
      worst[at] = from + i;
      largest[at] = cost;
    }
  });
  return [...counts.keys()]
    .filter(at => counts[at]! > 0)
    .map(at => ({
      name: labels[at] ?? 'no label',
      count: counts[at]!,
      meanLoss: sums[at]! / counts[at]!,
      share: total > 0 ? sums[at]! / total : 0,
      worst: worst[at]!,
    }))
    .sort((a, b) => b.share - a.share);
}
