import { lostBy, Sum } from '../statistics/sum';
import type { ClassView } from './classView';

/** Weighted counts per class: the margins and the diagonal of the confusion matrix. */
export interface Tally {
  readonly total: number;
  readonly correct: number;
  readonly correctOf: Float64Array;
  readonly actualOf: Float64Array;
  readonly predictedOf: Float64Array;
}

/** Counts of the hard labels; remembered by the view. */
export function tally(view: ClassView): Tally {
  return view.memo.get('tally', () => count(view));
}

function count(view: ClassView): Tally {
  return view.weight === undefined ? countRows(view) : addWeights(view, view.weight);
}

/** Up to this many classes every pair of target and prediction has its own counter. */
const fewClasses = 64;

function countRows(view: ClassView): Tally {
  return view.classes.length <= fewClasses ? countPairs(view) : countApart(view);
}

function countPairs({ n, target, predicted, predictedMask, classes }: ClassView): Tally {
  const k = classes.length;
  const pairs = new Int32Array(k * k);
  for (let i = 0; i < n; i++) pairs[target[i]! * k + predicted[i & predictedMask]!]!++;
  const correctOf = new Float64Array(k);
  const actualOf = new Float64Array(k);
  const predictedOf = new Float64Array(k);
  for (const [pair, count] of pairs.entries()) {
    const truth = Math.floor(pair / k);
    const guess = pair % k;
    actualOf[truth]! += count;
    predictedOf[guess]! += count;
    if (truth === guess) correctOf[truth] = count;
  }
  return { total: n, correct: totalOf(correctOf), correctOf, actualOf, predictedOf };
}

function countApart({ n, target, predicted, predictedMask, classes }: ClassView): Tally {
  const correctOf = new Float64Array(classes.length);
  const actualOf = new Float64Array(classes.length);
  const predictedOf = new Float64Array(classes.length);
  for (let i = 0; i < n; i++) {
    const truth = target[i]!;
    const guess = predicted[i & predictedMask]!;
    actualOf[truth]! += 1;
    predictedOf[guess]! += 1;
    correctOf[truth]! += truth === guess ? 1 : 0;
  }
  return { total: n, correct: totalOf(correctOf), correctOf, actualOf, predictedOf };
}

function addWeights(view: ClassView, weight: Float64Array): Tally {
  const { n, target, predicted, predictedMask, classes } = view;
  const correct = new Counter(classes.length);
  const actual = new Counter(classes.length);
  const foretold = new Counter(classes.length);
  for (let i = 0; i < n; i++) {
    const truth = target[i]!;
    const guess = predicted[i & predictedMask]!;
    const w = weight[i]!;
    actual.add(truth, w);
    foretold.add(guess, w);
    if (truth === guess) correct.add(truth, w);
  }
  return {
    total: totalOf(actual.values),
    correct: totalOf(correct.values),
    correctOf: correct.values,
    actualOf: actual.values,
    predictedOf: foretold.values,
  };
}

function totalOf(values: Float64Array): number {
  const sum = new Sum();
  for (const value of values) sum.add(value);
  return sum.value;
}

/** Compensated sums side by side (Neumaier, for terms of one sign). */
class Counter {
  readonly #high: Float64Array;
  readonly #low: Float64Array;

  constructor(length: number) {
    this.#high = new Float64Array(length);
    this.#low = new Float64Array(length);
  }

  add(k: number, term: number): void {
    const before = this.#high[k]!;
    const sum = before + term;
    this.#low[k]! += lostBy(before, term, sum);
    this.#high[k] = sum;
  }

  get values(): Float64Array {
    return this.#high.map((value, k) => value + this.#low[k]!);
  }
}
