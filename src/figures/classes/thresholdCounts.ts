import { sortedSample } from '../../core/statistics/sortedSample';
import { placeAmong } from './placeAmong';

/** Confusion counts, or weights, of "positive when score >= threshold" at ascending thresholds. */
export interface ThresholdCounts {
  readonly thresholds: Float64Array;
  readonly truePositives: Float64Array;
  readonly falsePositives: Float64Array;
  readonly positives: number;
  readonly negatives: number;
}

/** Counts at each of the given thresholds, which ascend, in one pass over the scores. */
export function thresholdCounts(
  score: Float64Array,
  target: Int32Array,
  thresholds: Float64Array,
  weight?: Float64Array,
): ThresholdCounts {
  const truePositives = new Float64Array(thresholds.length + 1);
  const falsePositives = new Float64Array(thresholds.length + 1);
  const reached = placeAmong(thresholds);
  for (let i = 0; i < score.length; i++) {
    const place = reached(score[i]!);
    const isPositive = target[i]!;
    const counted = weight === undefined ? 1 : weight[i]!;
    truePositives[place]! += isPositive * counted;
    falsePositives[place]! += (1 - isPositive) * counted;
  }
  const positives = addFromAbove(truePositives);
  const negatives = addFromAbove(falsePositives);
  return {
    thresholds,
    truePositives: truePositives.subarray(1),
    falsePositives: falsePositives.subarray(1),
    positives,
    negatives,
  };
}

/** Turns counts per bin into counts at or above it; returns the total. */
function addFromAbove(counts: Float64Array): number {
  for (let i = counts.length - 2; i >= 0; i--) counts[i]! += counts[i + 1]!;
  return counts[0]!;
}

/** The same counts with those at one more threshold, where it is new. */
export function withThreshold(
  counts: ThresholdCounts,
  threshold: number,
  score: Float64Array,
  target: Int32Array,
  weight?: Float64Array,
): ThresholdCounts {
  const { thresholds, truePositives, falsePositives } = counts;
  if (thresholds.includes(threshold)) return counts;
  const [hits, misses] = countsAt(threshold, score, target, weight);
  const place = placeAmong(thresholds)(threshold);
  const inserted = (values: Float64Array, value: number) =>
    Float64Array.of(...values.subarray(0, place), value, ...values.subarray(place));
  return {
    ...counts,
    thresholds: inserted(thresholds, threshold),
    truePositives: inserted(truePositives, hits),
    falsePositives: inserted(falsePositives, misses),
  };
}

function countsAt(
  threshold: number,
  score: Float64Array,
  target: Int32Array,
  weight: Float64Array | undefined,
): readonly [number, number] {
  let reached = 0;
  let hits = 0;
  for (let i = 0; i < score.length; i++) {
    const counted = Number(score[i]! >= threshold) * (weight === undefined ? 1 : weight[i]!);
    reached += counted;
    hits += counted * target[i]!;
  }
  return [hits, reached - hits];
}

/** At most `most` of the scores that occur, and the given ones, ascending. */
export function candidateThresholds(
  score: Float64Array,
  given: readonly number[],
  most: number,
): Float64Array {
  const sorted = sortedSample(score);
  const distinct = sorted.filter((value, i) => i === 0 || value !== sorted[i - 1]);
  const room = Math.min(most - given.length, distinct.length);
  const chosen = new Set(given);
  for (let i = 0; i < room; i++) chosen.add(distinct[Math.floor((i * distinct.length) / room)]!);
  return Float64Array.from(chosen).sort();
}
