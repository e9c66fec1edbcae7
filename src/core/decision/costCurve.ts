import { z } from '../statistics/studentT';

/** What thresholds cost, "positive" being a score of at least the threshold. */
export interface CostCurve {
  /** At most the wanted number of thresholds, ascending; the cheapest is among them, Infinity calls nobody. */
  readonly thresholds: Float64Array;
  /** Sum over the samples at each of them. */
  readonly costs: Float64Array;
  readonly best: { readonly threshold: number; readonly cost: number };
  /** The outermost thresholds that the samples cannot tell from the best; null where too few rows decide that. */
  readonly flat: readonly [from: number, to: number] | null;
}

/** What the walk over the distinct scores has seen up to each of them. */
interface Walked {
  readonly thresholds: Float64Array;
  readonly costs: Float64Array;
  /** Sum of the squared costs of the samples below each threshold. */
  readonly squares: Float64Array;
  /** Samples of either class below each threshold. */
  readonly below: readonly [negative: Int32Array, positive: Int32Array];
}

/** Fewer samples of either class between the ends of a stretch do not show where it ends. */
const leastBetween = 10;

/**
 * The cost of every threshold, in one walk over the samples in ascending `order` of score: a sample of class 1
 * that stays below costs its `cost`, and so does one of class 0 that reaches it. Exact over all distinct scores.
 */
export function costCurve(
  score: Float64Array,
  target: Int32Array,
  cost: Float64Array,
  order: Int32Array,
  most: number,
): CostCurve {
  const walked = walk(score, target, cost, order);
  const { thresholds, costs } = walked;
  let best = 0;
  for (let k = 1; k < costs.length; k++) if (costs[k]! < costs[best]!) best = k;
  const [from, to] = flatAround(walked, best, levelSquare(target, cost));
  const shown = spacedWith(thresholds.length, most, [best, from, to]);
  return {
    thresholds: Float64Array.from(shown, k => thresholds[k]!),
    costs: Float64Array.from(shown, k => costs[k]!),
    best: { threshold: thresholds[best]!, cost: costs[best]! },
    flat: isEnough(walked, from, to) ? [thresholds[from]!, thresholds[to]!] : null,
  };
}

function isEnough({ below }: Walked, from: number, to: number): boolean {
  return below.every(count => count[to]! - count[from]! >= leastBetween);
}

function walk(
  score: Float64Array,
  target: Int32Array,
  cost: Float64Array,
  order: Int32Array,
): Walked {
  const n = order.length;
  const thresholds = new Float64Array(n + 1);
  const costs = new Float64Array(n + 1);
  const squares = new Float64Array(n + 1);
  const below = [new Int32Array(n + 1), new Int32Array(n + 1)] as const;
  let [kinds, sum, squared, positives] = [0, 0, 0, 0];
  for (const i of order) sum += target[i] === 0 ? cost[i]! : 0;
  const note = (threshold: number, at: number) => {
    thresholds[kinds] = threshold;
    costs[kinds] = sum;
    squares[kinds] = squared;
    below[0][kinds] = at - positives;
    below[1][kinds] = positives;
  };
  for (let at = 0; at < n; kinds++) {
    const reached = score[order[at]!]!;
    note(reached, at);
    for (; at < n && score[order[at]!] === reached; at++) {
      const i = order[at]!;
      sum += target[i] === 0 ? -cost[i]! : cost[i]!;
      squared += cost[i]! * cost[i]!;
      positives += target[i]!;
    }
  }
  note(Number.POSITIVE_INFINITY, n);
  const used = (values: Float64Array) => values.subarray(0, kinds + 1);
  return { thresholds: used(thresholds), costs: used(costs), squares: used(squares), below };
}

/**
 * The outermost thresholds whose paired difference in cost from the best lies within its 95 % noise: over all
 * n samples, those between the two thresholds differ by their cost and the others by nothing. Their squares
 * are at least what they would be on average if the two cost the same, as in the score test of a share: rare
 * and costly samples are seldom seen.
 */
function flatAround(
  { costs, squares, below }: Walked,
  best: number,
  square: number,
): readonly [number, number] {
  const last = costs.length - 1;
  const rows = (k: number) => below[0][k]! + below[1][k]!;
  const n = rows(last);
  const isLevel = (k: number): boolean => {
    const more = costs[k]! - costs[best]!;
    const seen = Math.abs(squares[k]! - squares[best]!);
    const squared = Math.max(seen, square * Math.abs(rows(k) - rows(best)));
    const variance = Math.max(0, squared - (more * more) / n) * (n / Math.max(1, n - 1));
    return more <= z * Math.sqrt(variance);
  };
  let from = 0;
  while (from < best && !isLevel(from)) from++;
  let to = last;
  while (to > best && !isLevel(to)) to--;
  return [from, to];
}

type Sums = [count: Float64Array, sum: Float64Array, squared: Float64Array];

/** Mean square of the cost of a sample where both classes together cost nothing on average. */
function levelSquare(target: Int32Array, cost: Float64Array): number {
  const [count, sum, squared] = [0, 1, 2].map(() => new Float64Array(2)) as Sums;
  for (let i = 0; i < cost.length; i++) {
    const [k, c] = [target[i]!, cost[i]!];
    count[k]! += 1;
    sum[k]! += c;
    squared[k]! += c * c;
  }
  const [negative, positive] = [sum[0]! / count[0]!, sum[1]! / count[1]!];
  if (!(negative + positive > 0)) return 0;
  const share = negative / (negative + positive);
  return (share * squared[1]!) / count[1]! + ((1 - share) * squared[0]!) / count[0]!;
}

/** At most `most` evenly spaced places of `count`, and those given. */
function spacedWith(count: number, most: number, given: readonly number[]): readonly number[] {
  const room = Math.min(count, most - given.length);
  const places = new Set(given);
  for (let i = 0; i < room; i++) places.add(Math.floor((i * count) / room));
  return [...places].sort((a, b) => a - b);
}
