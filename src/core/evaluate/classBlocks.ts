import { columnFill, type Fill, fillLength } from '../statistics/fill';

/** What classifiers with probabilities cost, of many samples at once. */
export interface ClassBlocks {
  /** Probability of the true class, 1 less that, and -ln of it. */
  readonly truth: Fill;
  readonly other: Fill;
  readonly cost: Fill;
  /** (p - y)^2 of the positive class, or the sum of (p_k - y_k)^2 over several classes. */
  readonly brier: Fill;
  /** Sum of p_k^2 over all classes. */
  readonly squares: Fill;
}

/** Of several classes with a column of probabilities each. */
export function probabilityBlocks(
  probabilities: readonly Float64Array[],
  target: Int32Array,
): ClassBlocks {
  const truth: Fill = (from, out) => pick(probabilities, target, from, out);
  return {
    truth,
    other: mapped(truth, p => 1 - p),
    cost: (from, out) => {
      truth(from, out);
      for (let i = 0; i < out.length; i++) out[i] = 0 - Math.log(out[i]!);
    },
    ...squaresOf(target, probabilities.length, k => columnFill(probabilities[k]!)),
  };
}

/** Of several classes with a column of logits each; `total` is ln of the sum of their exponentials. */
export function logitBlocks(
  logits: readonly Float64Array[],
  target: Int32Array,
  ofClass: (k: number) => Fill,
  total: () => Float64Array,
): ClassBlocks {
  const cost: Fill = (from, out) => {
    const totals = total();
    pick(logits, target, from, out);
    for (let i = 0; i < out.length; i++) out[i] = totals[from + i]! - out[i]!;
  };
  return {
    cost,
    truth: mapped(cost, x => Math.exp(-x)),
    other: mapped(cost, x => -Math.expm1(-x)),
    ...squaresOf(target, logits.length, ofClass),
  };
}

/** The value of each sample in the column of its true class. */
function pick(
  columns: readonly Float64Array[],
  target: Int32Array,
  from: number,
  out: Float64Array,
): void {
  for (let i = 0; i < out.length; i++) out[i] = columns[target[from + i]!]![from + i]!;
}

function mapped(fill: Fill, map: (x: number) => number): Fill {
  return (from, out) => {
    fill(from, out);
    for (let i = 0; i < out.length; i++) out[i] = map(out[i]!);
  };
}

function squaresOf(
  target: Int32Array,
  classes: number,
  ofClass: (k: number) => Fill,
): Pick<ClassBlocks, 'brier' | 'squares'> {
  const buffer = new Float64Array(fillLength);
  const fills = Array.from({ length: classes }, (_, k) => ofClass(k));
  const sum = (from: number, out: Float64Array, wanted: (k: number) => number) => {
    const column = buffer.subarray(0, out.length);
    out.fill(0);
    for (let k = 0; k < classes; k++) {
      fills[k]!(from, column);
      addSquares(column, target, from, wanted(k), out);
    }
  };
  return {
    brier: (from, out) => sum(from, out, k => k),
    squares: (from, out) => sum(from, out, () => noClass),
  };
}

const noClass = -1;

/** Adds (p - 1)^2 for the samples of class k and p^2 for the others. */
function addSquares(
  column: Float64Array,
  target: Int32Array,
  from: number,
  k: number,
  out: Float64Array,
): void {
  for (let i = 0; i < out.length; i++) {
    const distance = column[i]! - Number(target[from + i] === k);
    out[i]! += distance * distance;
  }
}
