import type { Column } from '../../readers/table';
import { remembered } from '../../shared/remembered';
import { labelOfNumber, labelOfText } from '../labels';

/** What a cell is compared by: texts as texts, so that `007` is not 7, but 7.0 is. */
export function cellKey(column: Column, row: number): string {
  const isNumber = column.kind === 'number' && !holdsCodes(column);
  const value = isNumber ? column.numbers[row]! : Number.NaN;
  return Number.isNaN(value) ? labelOfText(column.textOf(row)) : labelOfNumber(value);
}

/** Numbers some of which are written with leading zeros, so that they are names. */
export const holdsCodes: (column: Column) => boolean = remembered(({ numbers, textOf }) => {
  for (let row = 0; row < numbers.length; row++) {
    if (Number.isInteger(numbers[row]!) && /^0\d/.test(textOf(row))) return true;
  }
  return false;
});

/** Codes with leading zeros, or texts some of which are. */
export const writesZeros: (column: Column) => boolean = remembered(column => {
  if (column.kind === 'number') return holdsCodes(column);
  if (column.kind !== 'label' && column.kind !== 'text') return false;
  return column.numbers.some((_, row) => /^0\d/.test(column.textOf(row)));
});

/** The number of a cell without its leading zeros, for files one of which has lost them. */
export function zerolessKey(column: Column, row: number): string {
  return cellKey(column, row).replace(/^0+(?=\d)/, '');
}
