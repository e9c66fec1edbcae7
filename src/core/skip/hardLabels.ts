import { fillLength } from '../statistics/fill';
import { inFours } from '../statistics/inFours';

/** 1 where the value reaches the threshold. */
export function atLeast(values: Float64Array, threshold: number): Int32Array {
  const labels = new Int32Array(values.length);
  for (let i = 0; i < values.length; i++) labels[i] = Number(values[i]! >= threshold);
  return labels;
}

const lowest = new Float64Array(fillLength).fill(Number.NEGATIVE_INFINITY);

/** Index of the largest column of each sample, the first of equal ones. */
export function largest(columns: readonly Float64Array[], n: number): Int32Array {
  const labels = new Int32Array(n);
  const buffer = new Float64Array(Math.min(n, fillLength));
  for (let from = 0; from < n; from += fillLength) {
    const ofPiece = labels.subarray(from, from + fillLength);
    const best = buffer.subarray(0, ofPiece.length).fill(Number.NEGATIVE_INFINITY);
    const piece = (k: number) => columns[k]!.subarray(from, from + best.length);
    inFours(columns.length, piece, lowest, (a, b, c, d, k) => raise(a, b, c, d, k, best, ofPiece));
  }
  return labels;
}

/** Raises the best of each sample to the largest of the columns from k on, and names it in its label. */
function raise(
  a: Float64Array,
  b: Float64Array,
  c: Float64Array,
  d: Float64Array,
  k: number,
  best: Float64Array,
  labels: Int32Array,
): void {
  for (let i = 0; i < best.length; i++) {
    let top = best[i]!;
    let label = labels[i]!;
    if (a[i]! > top) {
      top = a[i]!;
      label = k;
    }
    if (b[i]! > top) {
      top = b[i]!;
      label = k + 1;
    }
    if (c[i]! > top) {
      top = c[i]!;
      label = k + 2;
    }
    if (d[i]! > top) {
      top = d[i]!;
      label = k + 3;
    }
    best[i] = top;
    labels[i] = label;
  }
}
