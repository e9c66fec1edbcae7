import { sumOf } from '../statistics/sum';

/**
 * Rows, or with weights the number of equally weighted rows that say as much, (sum w)^2 / sum w^2.
 * Source: Kish 1965, Survey Sampling.
 */
export function effectiveRows(n: number, weight: Float64Array | undefined): number {
  if (weight === undefined) return n;
  const total = sumOf(n, i => weight[i]!);
  return total ** 2 / sumOf(n, i => weight[i]! ** 2);
}
