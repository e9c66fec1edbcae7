import { type Fill, fillLength } from '../statistics/fill';
import { inFours } from '../statistics/inFours';
import { negativeLogs } from '../statistics/logarithms';

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
      negativeLogs(out);
    },
    ...squaresOf(target, probabilities.length, (k, from, n) =>
      probabilities[k]!.subarray(from, from + n),
    ),
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
    ...squaresOf(target, logits.length, filledPieces(ofClass)),
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

/** Probabilities of class k of n samples from `from` on; those of k + 4 may overwrite them. */
type Piece = (k: number, from: number, n: number) => Float64Array;

function filledPieces(ofClass: (k: number) => Fill): Piece {
  const buffers = Array.from({ length: 4 }, () => new Float64Array(fillLength));
  return (k, from, n) => {
    const piece = buffers[k % 4]!.subarray(0, n);
    ofClass(k)(from, piece);
    return piece;
  };
}

const zeros = new Float64Array(fillLength);
const noClass = new Int32Array(fillLength).fill(-1);

function squaresOf(
  target: Int32Array,
  classes: number,
  piece: Piece,
): Pick<ClassBlocks, 'brier' | 'squares'> {
  const sum = (from: number, out: Float64Array, truth: Int32Array) => {
    const ofClass = (k: number) => piece(k, from, out.length);
    out.fill(0);
    inFours(classes, ofClass, zeros, (a, b, c, d, k) => addSquares(a, b, c, d, k, truth, out));
  };
  return {
    brier: (from, out) => sum(from, out, target.subarray(from, from + out.length)),
    squares: (from, out) => sum(from, out, noClass),
  };
}

/** Adds (p - 1)^2 for the true class of each sample and p^2 for the others, of the classes from k on. */
function addSquares(
  a: Float64Array,
  b: Float64Array,
  c: Float64Array,
  d: Float64Array,
  k: number,
  truth: Int32Array,
  out: Float64Array,
): void {
  for (let i = 0; i < out.length; i++) {
    const y = truth[i]! - k;
    const first = a[i]! - Number(y === 0);
    const second = b[i]! - Number(y === 1);
    const third = c[i]! - Number(y === 2);
    const fourth = d[i]! - Number(y === 3);
    out[i]! += first * first + second * second + (third * third + fourth * fourth);
  }
}
