import { classView } from '../measures/classView';
import type { SampleLoss } from '../measures/sampleLoss';
import type { BinaryModelSamples, MulticlassModelSamples } from '../samples/modelSamples';
import type { Unseen } from './unseen';

export type Classified = BinaryModelSamples | MulticlassModelSamples;

/** Rows and classes that are looked at, together: enough for means that stand for a part of a row. */
const maxLookedAt = 65_536;
/** Probabilities that are looked at, together: those of all classes for each class of a row. */
const maxProbabilities = 2 ** 22;

/** How many rows are looked at for so many classes. */
export function rowsLookedAt(classes: number): number {
  const most = Math.min(maxLookedAt / classes, maxProbabilities / classes ** 2);
  return Math.max(1, Math.floor(most));
}

/**
 * The rows of every class that a sample does not hold but could have held: `rows` in all, shared equally by
 * the classes. What a row of class k is worth, the loss of the first model less that of the second where there
 * are two, is a mean over the samples had they been of class k, in proportion to the probability that the
 * models give to k. The models have the same samples;
 * `part` of the worth is measured from `mean`.
 */
export function unseenClasses(
  models: readonly Classified[],
  lossOf: (model: Classified) => SampleLoss,
  mean: number,
  rows: number,
  part: (worth: number) => number = worth => worth,
): readonly Unseen[] {
  const { n, classes } = models[0]!;
  const target = new Int32Array(n);
  const [first, second] = models.map(model => lossOf({ ...model, target }));
  const probability = meanProbability(models);
  return classes.map((_, k) => {
    target.fill(k);
    let [total, square, cube] = [0, 0, 0];
    for (let i = 0; i < n; i++) {
      const weight = probability(k, i);
      const distance = part(first!(i) - (second?.(i) ?? 0)) - mean;
      if (!(weight > 0) || !Number.isFinite(distance)) continue;
      total += weight;
      square += weight * distance ** 2;
      cube += weight * distance ** 3;
    }
    const share = total === 0 ? 0 : rows / classes.length / total;
    return { rows: 1, square: share * square, cube: share * cube };
  });
}

/** Mean over the models of what they give to class k at sample i; all the same where none says. */
function meanProbability(models: readonly Classified[]): (k: number, i: number) => number {
  const known = models.flatMap(model => classView(model, () => null).outputs.probability ?? []);
  if (known.length === 0) return () => 1;
  return (k, i) => known.reduce((sum, probability) => sum + probability(k, i), 0);
}
