/** 1 where the value reaches the threshold. */
export function atLeast(values: Float64Array, threshold: number): Int32Array {
  const labels = new Int32Array(values.length);
  for (let i = 0; i < values.length; i++) labels[i] = Number(values[i]! >= threshold);
  return labels;
}

/** Samples whose columns are compared together, so that the best values stay in the cache. */
const pieceLength = 1024;

/** Index of the largest column of each sample, the first of equal ones. */
export function largest(columns: readonly Float64Array[], n: number): Int32Array {
  const labels = new Int32Array(n);
  const best = new Float64Array(Math.min(n, pieceLength));
  for (let from = 0; from < n; from += pieceLength) {
    const to = Math.min(n, from + pieceLength);
    best.set(columns[0]?.subarray(from, to) ?? []);
    for (let k = 1; k < columns.length; k++) raise(columns[k]!, k, from, to, best, labels);
  }
  return labels;
}

function raise(
  column: Float64Array,
  k: number,
  from: number,
  to: number,
  best: Float64Array,
  labels: Int32Array,
): void {
  for (let i = from; i < to; i++) {
    const x = column[i]!;
    if (x > best[i - from]!) {
      best[i - from] = x;
      labels[i] = k;
    }
  }
}
