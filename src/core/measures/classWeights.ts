import type { Parameters } from '../../shared/metricId';

/** The weight of each class in the cross-entropy, 1 where none is given; null when no class has one. */
export function classWeightsOf(
  classes: readonly string[],
  { classWeights: given }: Parameters,
): readonly number[] | null {
  if (given === undefined) return null;
  return classes.map(label => (Object.hasOwn(given, label) ? given[label]! : 1));
}
