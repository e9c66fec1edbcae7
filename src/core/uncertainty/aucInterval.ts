import type { Ranking } from '../measures/rankings';
import { z } from '../statistics/studentT';
import type { Interval } from './wilson';

/** Fewer rows of either class say nothing about how the others would rank. */
export const leastOfClass = 10;

/**
 * 95 % interval of the area under the ROC curve, for unweighted samples: DeLong's variance on the scale of
 * the logit. Null where a class has fewer than ten rows, or where the classes do not overlap at all.
 * Source: DeLong, DeLong and Clarke-Pearson 1988, Biometrics 44; Pepe 2003, section 5.2.
 */
export function aucInterval(ranking: Ranking): Interval | null {
  const { positive, negative, pairs } = ranking;
  if (positive < leastOfClass || negative < leastOfClass) return null;
  const auc = pairs / positive / negative;
  const error = Math.sqrt(aucVariance(ranking));
  if (!(auc > 0 && auc < 1 && error > 0)) return null;
  const half = (z * error) / (auc * (1 - auc));
  const logit = Math.log(auc / (1 - auc));
  const back = (x: number) => 1 / (1 + Math.exp(-x));
  return { low: back(logit - half), high: back(logit + half) };
}

/** var(placements of positives) / positives + var(placements of negatives) / negatives. */
export function aucVariance(ranking: Ranking): number {
  const { positive, negative, pairs, aboveSquared, missedSquared } = ranking;
  const auc = pairs / positive / negative;
  const ofPositives = spread(aboveSquared / negative / negative, positive, 1 - auc);
  const ofNegatives = spread(missedSquared / positive / positive, negative, auc);
  return ofPositives / positive + ofNegatives / negative;
}

function spread(sumOfSquares: number, n: number, mean: number): number {
  return Math.max(0, sumOfSquares - n * mean * mean) / (n - 1);
}
