import { columnFill, type Fill, forEachFilled, sumOfFilled, weighted } from '../../statistics/fill';
import { wilson, z } from '../../uncertainty/wilson';
import type { Judged } from './judged';

/** A model's accuracy and mean loss with their 95 % intervals. */
export interface Standing {
  readonly name: string;
  readonly accuracy: number;
  readonly accuracyLow: number;
  readonly accuracyHigh: number;
  readonly loss: number;
  readonly lossLow: number;
  readonly lossHigh: number;
}

/** Share of the weight of the samples that are right. */
export function accuracyOf({ n, right, weight }: Judged): number {
  if (weight !== undefined) return meanOf(n, right, weight);
  let count = 0;
  forEachFilled(n, right, values => {
    for (let i = 0; i < values.length; i++) count += values[i]!;
  });
  return count / n;
}

/** Mean of a loss and the standard error of this mean. */
export interface MeanLoss {
  readonly mean: number;
  readonly error: number;
}

/** The standard error of a weighted mean is sqrt(sum w^2 (x - mean)^2) / sum w. */
export function meanLossOf({ n, loss, weight }: Judged): MeanLoss {
  const mean = meanOf(n, loss, weight);
  let squares = 0;
  let total = 0;
  forEachFilled(n, loss, (values, from) => {
    for (let i = 0; i < values.length; i++) {
      const w = weight === undefined ? 1 : weight[from + i]!;
      const distance = w * (values[i]! - mean);
      squares += distance * distance;
      total += w;
    }
  });
  return { mean, error: Math.sqrt(squares) / total };
}

/** The same of losses that occur so many times each. */
export function meanLossOfCounted(losses: Float64Array, counts: Float64Array): MeanLoss {
  const mean = meanOf(losses.length, columnFill(losses), counts);
  let squares = 0;
  let total = 0;
  for (let i = 0; i < losses.length; i++) {
    squares += counts[i]! * (losses[i]! - mean) ** 2;
    total += counts[i]!;
  }
  return { mean, error: Math.sqrt(squares) / total };
}

function meanOf(n: number, values: Fill, weight: Float64Array | undefined): number {
  const total = weight === undefined ? n : sumOfFilled(n, columnFill(weight));
  return sumOfFilled(n, weighted(values, weight)) / total;
}

/** Wilson's interval for the accuracy of n samples; mean +- z standard errors for the loss. */
export function standingOf(
  name: string,
  n: number,
  accuracy: number,
  { mean, error }: MeanLoss,
): Standing {
  const { low: accuracyLow, high: accuracyHigh } = wilson(accuracy, n);
  return {
    name,
    accuracy,
    accuracyLow,
    accuracyHigh,
    loss: mean,
    lossLow: Math.max(0, mean - z * error),
    lossHigh: mean + z * error,
  };
}

/** Accuracies within half a percentage point count as equal. */
export const sameAccuracy = 0.005;

/** The pair whose gap says most: equal accuracy and the most different loss, else the lowest and highest loss. */
export function tellingPair(standings: readonly Standing[]): readonly [number, number] {
  const order = [...standings.keys()].sort((a, b) => standings[a]!.loss - standings[b]!.loss);
  let best = [order[0] ?? 0, order.at(-1) ?? 0] as const;
  let widest = 0;
  for (const [place, a] of order.entries()) {
    for (const b of order.slice(place + 1)) {
      const [low, high] = [standings[a]!, standings[b]!];
      const gap = high.loss - low.loss;
      const same = Math.abs(low.accuracy - high.accuracy) <= sameAccuracy;
      if (!same || !Number.isFinite(gap) || gap <= widest) continue;
      widest = gap;
      best = [a, b];
    }
  }
  return best;
}
