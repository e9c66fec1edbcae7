import type { Column } from '../../readers/table';
import { labelOfNumber, labelOfText } from '../labels';

/** What a cell is compared by: texts as texts, so that `007` is not 7, but 7.0 is. */
export function cellKey(column: Column, row: number): string {
  const value = column.kind === 'number' ? column.numbers[row]! : Number.NaN;
  return Number.isNaN(value) ? labelOfText(column.textOf(row)) : labelOfNumber(value);
}
