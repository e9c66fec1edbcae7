import type { Column } from '../../readers/table';

/** How many missing cells are asked for their text before a column is taken to hold no written NaN. */
const asked = 1000;

/** Tells which cells of a column are points of a curve: numbers, infinities and a NaN that is written out. */
export function cellTest(column: Column): (row: number) => boolean {
  const { numbers } = column;
  if (!writesNan(column)) return row => !Number.isNaN(numbers[row]!);
  return row => !Number.isNaN(numbers[row]!) || column.saysNan?.(row) === true;
}

/** True when a NaN is written among the last missing cells of a column. */
export function writesNan({ numbers, saysNan }: Column): boolean {
  if (saysNan === undefined) return false;
  let left = asked;
  for (let row = numbers.length - 1; row >= 0 && left > 0; row--) {
    if (!Number.isNaN(numbers[row]!)) continue;
    left -= 1;
    if (saysNan(row)) return true;
  }
  return false;
}
