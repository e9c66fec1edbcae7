import type { Candidate } from '../candidate';
import { spreadRows } from '../facts';

/** Rows of class columns whose sum is not 1 at all, within rounding or not. */
const exact = 1e-6;
/** A softmax in half precision may be so far off. */
const usualSlack = 0.01;
/** Sums that are farther off are no sums of 1, however the numbers are rounded. */
const maxSlack = 0.15;
const looked = 5000;

/** True when nearly every row of the columns has the sum 1, within the rounding of the digits printed. */
export function addUpToOne(columns: readonly Candidate[]): boolean {
  const slack = slackOf(columns);
  let good = 0;
  let used = 0;
  for (const { sum } of sumsOf(columns)) {
    used++;
    if (Math.abs(sum - 1) <= slack) good++;
  }
  return used > 0 && good >= 0.9 * used;
}

/** The row whose sum is farthest from 1, and how many are not 1; undefined where all are. */
export function oddSum(
  columns: readonly Candidate[],
): { readonly row: number; readonly sum: number; readonly count: number } | undefined {
  let worst: { row: number; sum: number } | undefined;
  let count = 0;
  for (const { row, sum } of sumsOf(columns)) {
    if (Math.abs(sum - 1) <= exact) continue;
    count++;
    if (worst === undefined || Math.abs(sum - 1) > Math.abs(worst.sum - 1)) worst = { row, sum };
  }
  return worst === undefined ? undefined : { ...worst, count };
}

function sumsOf(columns: readonly Candidate[]): { readonly row: number; readonly sum: number }[] {
  return spreadRows(columns[0]?.column.numbers.length ?? 0, looked)
    .map(row => ({
      row,
      sum: columns.reduce((total, { column }) => total + column.numbers[row]!, 0),
    }))
    .filter(({ sum }) => !Number.isNaN(sum));
}

/** Each of the numbers may be off by half a unit of its last digit; whole numbers are not rounded. */
function slackOf(columns: readonly Candidate[]): number {
  const digits = Math.max(0, ...columns.map(digitsOf));
  const slack = digits === 0 ? 0 : Math.min(maxSlack, (columns.length / 2) * 10 ** -digits);
  return Math.max(usualSlack, slack) + 1e-9;
}

const maxDigits = 17;

/** The most decimal places that a column is printed with, as far as some of its rows tell. */
export function digitsOf({ column }: Candidate): number {
  return spreadRows(column.numbers.length, 50).reduce((most, row) => {
    const value = column.numbers[row]!;
    if (!Number.isFinite(value)) return most;
    const [, decimals = '', exponent = '0'] = /\.(\d+)?(?:e-(\d+))?$/.exec(String(value)) ?? [];
    return Math.min(maxDigits, Math.max(most, decimals.length + Number(exponent)));
  }, 0);
}
