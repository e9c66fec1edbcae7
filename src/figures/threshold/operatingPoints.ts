import type { ThresholdCounts } from '../classes/thresholdCounts';

/** What is called positive and what of it is, from the strictest threshold to one that calls everything. */
export interface OperatingPoints {
  /** Descending: Infinity first, the last -Infinity. */
  readonly thresholds: Float64Array;
  readonly truePositives: Float64Array;
  readonly falsePositives: Float64Array;
  readonly positives: number;
  readonly negatives: number;
}

/** The counts at at most `most` of the thresholds, with the two ends of every curve, and at `kept`. */
export function operatingPoints(
  counts: ThresholdCounts,
  most: number,
  kept: number,
): OperatingPoints {
  const { thresholds, positives, negatives } = counts;
  const step = Math.max(1, Math.ceil(thresholds.length / most));
  const shown = [...thresholds.keys()]
    .filter(k => k % step === 0 || thresholds[k] === kept)
    .reverse();
  const framed = (of: Float64Array, first: number, last: number) =>
    Float64Array.of(first, ...shown.map(k => of[k]!), last);
  return {
    thresholds: framed(thresholds, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY),
    truePositives: framed(counts.truePositives, 0, positives),
    falsePositives: framed(counts.falsePositives, 0, negatives),
    positives,
    negatives,
  };
}
