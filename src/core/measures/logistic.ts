import type { Fill } from '../statistics/fill';

/** ln(1 + e^x) without overflow. */
export function softplus(x: number): number {
  return Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));
}

/** 1 / (1 + e^-x) without overflow. */
export function sigmoid(x: number): number {
  if (x >= 0) return 1 / (1 + Math.exp(-x));
  const power = Math.exp(x);
  return power / (1 + power);
}

/** ln of the sum of e^column[i] over the columns. */
export function logSumExp(columns: readonly Float64Array[], i: number): number {
  let largest = Number.NEGATIVE_INFINITY;
  for (const column of columns) if (column[i]! > largest) largest = column[i]!;
  let sum = 0;
  for (const column of columns) sum += Math.exp(column[i]! - largest);
  return largest + Math.log(sum);
}

/** The same of many samples. */
export function logSumExps(columns: readonly Float64Array[]): Fill {
  return (from, out) => {
    const largest = new Float64Array(out.length).fill(Number.NEGATIVE_INFINITY);
    for (const column of columns) raise(largest, column, from);
    out.fill(0);
    for (const column of columns) addExponentials(column, largest, from, out);
    for (let i = 0; i < out.length; i++) out[i] = largest[i]! + Math.log(out[i]!);
  };
}

function raise(largest: Float64Array, column: Float64Array, from: number): void {
  for (let i = 0; i < largest.length; i++) largest[i] = Math.max(largest[i]!, column[from + i]!);
}

function addExponentials(
  column: Float64Array,
  largest: Float64Array,
  from: number,
  out: Float64Array,
): void {
  for (let i = 0; i < out.length; i++) out[i]! += Math.exp(column[from + i]! - largest[i]!);
}
