import type { Measured } from '../measures/measured';
import { meanOverRows } from './labelMeasures';
import type { LabelSets } from './labelSets';

/** The labels of one row by falling score, those with the same score in one step. */
interface Step {
  /** Labels with this score, and how many of them are true. */
  readonly labels: number;
  readonly actual: number;
}

/** How the labels of row `i` are ranked; a buffer is used again from row to row. */
function stepsOf(sets: LabelSets, score: (k: number, i: number) => number) {
  const order = Array.from({ length: sets.labels }, (_, k) => k);
  const scores = new Float64Array(sets.labels);
  return (i: number): readonly Step[] => {
    for (let k = 0; k < scores.length; k++) scores[k] = score(k, i);
    order.sort((a, b) => scores[b]! - scores[a]!);
    const steps: { labels: number; actual: number }[] = [];
    let last = Number.NaN;
    for (const k of order) {
      if (scores[k] !== last) steps.push({ labels: 0, actual: 0 });
      last = scores[k]!;
      const step = steps.at(-1)!;
      step.labels += 1;
      step.actual += sets.truth(k, i);
    }
    return steps;
  };
}

/** A measure of the ranks of each row's labels; null where the model ranks none. */
export function overRanks(
  ofRow: (steps: readonly Step[], actual: number, labels: number) => number,
): (sets: LabelSets) => Measured {
  return sets => {
    if (sets.score === undefined) return null;
    const steps = stepsOf(sets, sets.score);
    return meanOverRows(
      sets,
      i => {
        const own = steps(i);
        const actual = own.reduce((sum, step) => sum + step.actual, 0);
        return { value: ofRow(own, actual, sets.labels) };
      },
      '0 / 0',
    );
  };
}

/**
 * Share of the pairs of a true and an absent label that are ranked the wrong way round, ties among them; 0 where
 * all labels are true or none is.
 */
export function misrankedPairs(steps: readonly Step[], actual: number, labels: number): number {
  if (actual === 0 || actual === labels) return 0;
  let above = 0;
  let wrong = 0;
  for (const step of steps) {
    above += step.labels - step.actual;
    wrong += step.actual * above;
  }
  return wrong / (actual * (labels - actual));
}

/** Mean over the true labels of the share of true ones among those ranked as high; 1 where all or none are true. */
export function rankingPrecision(steps: readonly Step[], actual: number, labels: number): number {
  if (actual === 0 || actual === labels) return 1;
  let [rank, found, sum] = [0, 0, 0];
  for (const step of steps) {
    rank += step.labels;
    found += step.actual;
    sum += (step.actual * found) / rank;
  }
  return sum / actual;
}

/** How far down the ranking the last true label stands, ties counted; 0 without any. */
export function coverage(steps: readonly Step[], actual: number): number {
  let [rank, found] = [0, 0];
  for (const step of steps) {
    if (found === actual) break;
    rank += step.labels;
    found += step.actual;
  }
  return rank;
}
