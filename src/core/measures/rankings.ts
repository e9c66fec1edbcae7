import { sortedOrder } from '../statistics/sortedOrder';
import { sortNumbers } from '../statistics/sortNumbers';
import type { ClassView } from './classView';
import type { Measured } from './measured';
import { noMean } from './totalWeight';

/** Area under the ROC curve of class k against the rest; ties count half. */
export function rocAuc(view: ClassView, k: number): Measured {
  const { positive, negative, pairs } = rankingOf(view, k);
  if (positive === 0 || negative === 0) return { undefined: onlyOneClass(view, k, positive) };
  return { value: pairs / positive / negative };
}

/** Sum over the thresholds of (gain in recall) * precision: step-wise, without interpolation. */
export function averagePrecision(view: ClassView, k: number): Measured {
  const { positive, precision } = rankingOf(view, k);
  if (positive === 0) return { undefined: onlyOneClass(view, k, positive) };
  return { value: precision / positive };
}

/** Mean over all classes, one against the rest; the positive class alone when there are two. */
export function macro(
  view: ClassView,
  ofClass: (view: ClassView, k: number) => Measured,
): Measured {
  const reason = noMean(view);
  if (view.outputs.scores === undefined) return null;
  if (reason !== null) return reason;
  if (view.binary) return ofClass(view, 1);
  let sum = 0;
  for (let k = 0; k < view.classes.length; k++) {
    const measured = ofClass(view, k);
    if (measured === null || 'undefined' in measured) return measured;
    sum += measured.value;
  }
  return { value: sum / view.classes.length };
}

function onlyOneClass(view: ClassView, k: number, positive: number): string {
  return `${positive === 0 ? 'no' : 'every'} row is of class "${view.classes[k]!}"`;
}

/** How the scores of a class stand among those of the rest. */
export interface Ranking {
  /** Weight of the samples of the class and of the rest. */
  readonly positive: number;
  readonly negative: number;
  /** Weight of the pairs in which the positive sample has the higher score, ties by half. */
  readonly pairs: number;
  /** Sum over the positive samples of the precision at their score. */
  readonly precision: number;
  /** Sum over the positive samples of the square of the negatives that score higher, ties by half. */
  readonly aboveSquared: number;
  /** Sum over the negative samples of the square of the positives that score higher, ties by half. */
  readonly missedSquared: number;
}

/** Sorted once and kept with the view. */
export function rankingOf(view: ClassView, k: number): Ranking {
  const scores = () => view.outputs.scores!(k);
  return view.memo.get(`ranking ${k}`, () => rank(view, k, scores()));
}

function rank(view: ClassView, k: number, scores: Float64Array): Ranking {
  return view.weight === undefined
    ? rankApart(view.target, k, scores)
    : rankWeighted(view.target, view.weight, k, scores);
}

/** Without weights only the scores count, so those of the class and of the rest are sorted apart. */
function rankApart(target: Int32Array, k: number, scores: Float64Array): Ranking {
  const [own, others] = scoresApart(target, k, scores);
  sortNumbers(own);
  sortNumbers(others);
  const walk = new Walk();
  let i = own.length - 1;
  let j = others.length - 1;
  while (i >= 0 || j >= 0) {
    const score = i < 0 ? others[j]! : j < 0 ? own[i]! : Math.max(own[i]!, others[j]!);
    const ofOwn = i;
    const ofOthers = j;
    while (i >= 0 && own[i] === score) i--;
    while (j >= 0 && others[j] === score) j--;
    walk.step(ofOwn - i, ofOthers - j);
  }
  return walk;
}

/** Scores of the samples of class k, and of the rest. Each is written to both, so that no branch depends on it. */
function scoresApart(
  target: Int32Array,
  k: number,
  scores: Float64Array,
): readonly [Float64Array, Float64Array] {
  const n = scores.length;
  let count = 0;
  for (let i = 0; i < n; i++) count += Number(target[i] === k);
  const own = new Float64Array(count + 1);
  const others = new Float64Array(n - count + 1);
  let filled = 0;
  for (let i = 0; i < n; i++) {
    own[filled] = scores[i]!;
    others[i - filled] = scores[i]!;
    filled += Number(target[i] === k);
  }
  return [own.subarray(0, count), others.subarray(0, n - count)];
}

function rankWeighted(
  target: Int32Array,
  weight: Float64Array,
  k: number,
  scores: Float64Array,
): Ranking {
  const order = sortedOrder(scores);
  const walk = new Walk();
  for (let at = order.length - 1; at >= 0; ) {
    const score = scores[order[at]!]!;
    let hits = 0;
    let misses = 0;
    for (; at >= 0 && scores[order[at]!] === score; at--) {
      const i = order[at]!;
      if (target[i] === k) hits += weight[i]!;
      else misses += weight[i]!;
    }
    walk.step(hits, misses);
  }
  return walk;
}

/** One walk from the highest score down; equal scores are one step. */
class Walk implements Ranking {
  positive = 0;
  negative = 0;
  pairs = 0;
  precision = 0;
  aboveSquared = 0;
  missedSquared = 0;

  /** Takes in the weight of the class and of the rest at one score. */
  step(hits: number, misses: number): void {
    const positiveAbove = this.positive + hits / 2;
    const negativeAbove = this.negative + misses / 2;
    this.pairs += misses * positiveAbove;
    this.missedSquared += misses * positiveAbove * positiveAbove;
    this.aboveSquared += hits * negativeAbove * negativeAbove;
    this.positive += hits;
    this.negative += misses;
    if (hits > 0) this.precision += hits * (this.positive / (this.positive + this.negative));
  }
}
