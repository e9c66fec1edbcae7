import { memoryText } from '../readers/memoryBudget';
import type { Table } from '../readers/table';
import { significant } from '../shared/text';

/**
 * Says of a table that holds a sample what its figures rest on and how far they may be off: with confidence
 * 1 - a, no share of m rows differs from the true one by more than sqrt(ln(2 / a) / (2 m)) (Dvoretzky,
 * Kiefer and Wolfowitz, with Massart's constant).
 */
export function sampleNote({ name, rows, sampled }: Table): readonly string[] {
  if (sampled === undefined) return [];
  const bound = sampleBound(rows);
  return [
    `${name}: the figures are approximate, because the columns do not fit into the memory budget of ` +
      `${memoryText(sampled.budget)}. They rest on ${rows} of ${sampled.rows} rows, a uniform sample. ` +
      `A share, or the rank of a median or another quantile, is off by at most ${significant(100 * bound, 2)} ` +
      'percentage points (95 %, Dvoretzky-Kiefer-Wolfowitz). Counts, extremes and worst rows are those of the sample.',
  ];
}

/** The largest difference between a share of `rows` sampled rows and of all rows, with 95 % confidence. */
export function sampleBound(rows: number): number {
  return Math.sqrt(Math.log(2 / 0.05) / (2 * rows));
}
