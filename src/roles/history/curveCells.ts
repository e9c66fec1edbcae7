import type { Column } from '../../readers/table';

/** How many missing cells are asked for their text before a column is taken to hold no written NaN. */
const asked = 1000;

/** Tells which cells of a column are points of a curve: numbers, infinities and a NaN that is written out. */
export function cellTest(column: Column): (row: number) => boolean {
  const { numbers } = column;
  if (!writesNan(column)) return row => !Number.isNaN(numbers[row]!);
  return row => !Number.isNaN(numbers[row]!) || isNanText(column.textOf(row));
}

/** True for a column in which a NaN was written. */
export function writesNan(column: Column): boolean {
  let left = asked;
  for (let row = column.numbers.length - 1; row >= 0 && left > 0; row--) {
    if (!Number.isNaN(column.numbers[row]!)) continue;
    left -= 1;
    if (isNanText(column.textOf(row))) return true;
  }
  return false;
}

function isNanText(text: string): boolean {
  return text.length <= 4 && /^[+-]?nan$/i.test(text);
}
