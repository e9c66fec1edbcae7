import type { ThresholdCounts } from './thresholdCounts';

/** Scores at each threshold. Precision is NaN where nothing is called positive; recall and F1 are then 0. */
export interface ThresholdScores {
  readonly thresholds: Float64Array;
  readonly accuracy: Float64Array;
  readonly precision: Float64Array;
  readonly recall: Float64Array;
  readonly f1: Float64Array;
}

/** accuracy (tp + tn) / n, precision tp / (tp + fp), recall tp / (tp + fn), F1 2 tp / (2 tp + fp + fn). */
export function thresholdScores(counts: ThresholdCounts): ThresholdScores {
  const { thresholds, truePositives: tp, falsePositives: fp, positives, negatives } = counts;
  return {
    thresholds,
    accuracy: tp.map((hits, i) => (hits + negatives - fp[i]!) / (positives + negatives)),
    precision: tp.map((hits, i) => hits / (hits + fp[i]!)),
    recall: tp.map(hits => (positives === 0 ? 0 : hits / positives)),
    f1: tp.map((hits, i) => (hits === 0 ? 0 : (2 * hits) / (hits + fp[i]! + positives))),
  };
}
