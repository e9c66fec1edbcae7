import type { Column, Table } from '../../readers/table';
import { writesNan } from './curveCells';

/** True for a column of numbers, also when the header was written again between them. */
export function holdsNumbers(column: Column): boolean {
  if (column.kind === 'number' || column.kind === 'time' || column.kind === 'boolean') return true;
  if (column.kind === 'empty') return writesNan(column);
  let numbers = 0;
  for (let row = 0; row < column.numbers.length; row++) {
    if (!Number.isNaN(column.numbers[row]!)) numbers += 1;
    else if (!isOwnName(column, column.textOf(row))) return false;
  }
  return numbers > 0;
}

/** Rows in which the header stands again, as tools write that append to a log. */
export function headerRows(table: Table): ReadonlySet<number> {
  return new Set(table.columns.flatMap(ownNameRows));
}

function ownNameRows(column: Column): readonly number[] {
  if (column.kind === 'number') {
    return [...column.invalid]
      .filter(([, text]) => text.trim() === column.name)
      .map(([row]) => row);
  }
  if ((column.kind !== 'label' && column.kind !== 'text') || !holdsNumbers(column)) return [];
  const rows: number[] = [];
  column.numbers.forEach((value, row) => {
    if (Number.isNaN(value) && column.textOf(row) === column.name) rows.push(row);
  });
  return rows;
}

function isOwnName(column: Column, text: string): boolean {
  return text === '' || text === column.name;
}
