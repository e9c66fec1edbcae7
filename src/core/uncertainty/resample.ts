import type { Usable } from '../samples/usable';
import { quantileOfSorted } from '../statistics/quantileOfSorted';
import { Random, seed } from './random';

/** Strata of samples: draws stay within one, so that every class keeps its size. */
export type Strata = readonly Int32Array[];

/**
 * One stratum per class for classifiers, else one of all samples, of those at `samples` where they are given.
 * Classes of a single sample share a stratum: alone they would be drawn with certainty.
 */
export function strataOf(usable: Usable, samples: Int32Array | null = null): Strata {
  const n = samples?.length ?? usable.n;
  if (usable.task === 'binary' || usable.task === 'multiclass') {
    const { target, classes } = usable;
    return groupsOf(samples?.map(i => target[i]!) ?? target, classes.length, n);
  }
  return [Int32Array.from({ length: n }, (_, i) => i)];
}

function groupsOf(target: Int32Array, classes: number, n: number): Strata {
  const counts = new Int32Array(classes);
  for (let i = 0; i < n; i++) counts[target[i]!]!++;
  const groups = [...counts].map(count => new Int32Array(count));
  const filled = new Int32Array(classes);
  for (let i = 0; i < n; i++) groups[target[i]!]![filled[target[i]!]!++] = i;
  const single = groups.flatMap(group => (group.length === 1 ? group[0]! : []));
  const several = groups.filter(group => group.length > 1);
  return single.length === 0 ? several : [...several, Int32Array.from(single)];
}

/** Loss times weight of every sample and metric, row by row, and the weights. */
export interface LossTable {
  readonly metrics: number;
  readonly losses: Float64Array;
  readonly weight: Float64Array | undefined;
}

/** Weighted means of every metric in `count` bootstrap resamples: [metric][resample]. */
export function resampledMeans(
  table: LossTable,
  strata: Strata,
  count: number,
): readonly Float64Array[] {
  const random = new Random(seed);
  const means = Array.from({ length: table.metrics }, () => new Float64Array(count));
  const sums = new Float64Array(table.metrics);
  for (let resample = 0; resample < count; resample++) {
    sums.fill(0);
    const total = strata.reduce((sum, group) => sum + draw(table, group, random, sums), 0);
    for (let m = 0; m < means.length; m++) means[m]![resample] = sums[m]! / total;
  }
  return means;
}

/** Adds as many draws as the group has samples; their total weight. */
function draw(
  { metrics, losses, weight }: LossTable,
  group: Int32Array,
  random: Random,
  sums: Float64Array,
): number {
  let total = 0;
  for (let k = 0; k < group.length; k++) {
    const i = group[random.below(group.length)]!;
    total += weight === undefined ? 1 : weight[i]!;
    for (let m = 0; m < metrics; m++) sums[m]! += losses[i * metrics + m]!;
  }
  return total;
}

/** As many resamples as fit into about 0.3 s, from 200 to 2000. */
export function resamplesFor(n: number, metrics: number): number {
  return Math.max(200, Math.min(2000, Math.floor(1e8 / (n * (metrics + 6)))));
}

/** The middle 95 % of the resampled means. */
export function middle(means: Float64Array): { readonly low: number; readonly high: number } {
  const sorted = means.slice().sort();
  return { low: quantileOfSorted(sorted, 0.025), high: quantileOfSorted(sorted, 0.975) };
}
