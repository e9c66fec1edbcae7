import type { BinaryModelSamples } from '../samples/modelSamples';
import { commonSamples } from './commonSamples';

/**
 * The labels of every row: one column of 0 and 1 for each label, over the rows on which all labels can be judged.
 * `k` counts the labels, `i` the rows.
 */
export interface LabelSets {
  readonly n: number;
  readonly labels: number;
  readonly names: readonly string[];
  readonly truth: (k: number, i: number) => number;
  readonly predicted: (k: number, i: number) => number;
  /** What ranks the labels of a row; absent where the model says nothing but which labels there are. */
  readonly score?: (k: number, i: number) => number;
  readonly weight: (i: number) => number;
}

/** The labels that one model gives, output by output. */
export function labelSets(
  models: readonly BinaryModelSamples[],
  names: readonly string[],
): LabelSets {
  const { n, at } = commonSamples(models);
  const scores = models.map(({ probability, margin }) => probability ?? margin);
  const isScored = scores.every(one => one !== undefined);
  const [first] = models;
  const weight = first?.weight;
  return {
    n,
    labels: models.length,
    names,
    truth: (k, i) => models[k]!.target[at(k, i)]!,
    predicted: (k, i) => models[k]!.predicted[at(k, i)]!,
    ...(isScored && { score: (k: number, i: number) => scores[k]![at(k, i)]! }),
    weight: weight === undefined ? () => 1 : i => weight[at(0, i)]!,
  };
}
