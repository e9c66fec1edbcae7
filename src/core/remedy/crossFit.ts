import { normalQuantile } from '../statistics/normalQuantile';
import { sumOf } from '../statistics/sum';
import type { FittedRemedy, Remedy } from './remedy';

/** Each row is judged by what was fitted to the rows of the other folds. */
export const folds = 5;

/** What a remedy takes away from the mean loss, judged on rows that it was not fitted to. */
export interface Gain {
  readonly remedy: Remedy;
  /** Fitted to all rows: what one would do. */
  readonly fitted: FittedRemedy;
  /** Weighted mean losses. */
  readonly before: number;
  readonly after: number;
  /** before - after, and its interval. */
  readonly won: number;
  readonly low: number;
  readonly high: number;
}

/**
 * Cross-fits a remedy. The interval is of the paired differences and so wide that all `among` remedies tried
 * hold theirs together in 95 of 100 tables (Bonferroni).
 */
export function crossFit(
  remedy: Remedy,
  n: number,
  weight: Float64Array | undefined,
  among: number,
): Gain {
  const after = new Float64Array(n);
  for (let fold = 0; fold < folds; fold++) {
    const { lossAt } = remedy.fit(i => foldOf(i) !== fold);
    for (let i = 0; i < n; i++) if (foldOf(i) === fold) after[i] = lossAt(i);
  }
  const weightOf = (i: number) => weight?.[i] ?? 1;
  const total = sumOf(n, weightOf);
  const mean = (values: Float64Array) => sumOf(n, i => weightOf(i) * values[i]!) / total;
  const won = mean(remedy.before.map((loss, i) => loss - after[i]!));
  const square = (i: number) => (weightOf(i) * (remedy.before[i]! - after[i]! - won)) ** 2;
  const error = Math.sqrt((sumOf(n, square) * n) / (n - 1)) / total;
  const z = -normalQuantile(0.025 / among);
  return {
    remedy,
    fitted: remedy.fit(() => true),
    before: mean(remedy.before),
    after: mean(after),
    won,
    low: won - z * error,
    high: won + z * error,
  };
}

/** The fold of a sample: mixed, so that no order of the rows shows in it (finalizer of MurmurHash3). */
export function foldOf(i: number): number {
  let mixed = i ^ (i >>> 16);
  mixed = Math.imul(mixed, 0x85ebca6b);
  mixed ^= mixed >>> 13;
  mixed = Math.imul(mixed, 0xc2b2ae35);
  return ((mixed ^ (mixed >>> 16)) >>> 0) % folds;
}
