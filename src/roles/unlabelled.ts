import type { Column } from '../readers/table';

/** The column without the cells that hold this number: they mark rows that have no label. */
export function withoutLabel(column: Column, label: number): Column {
  const { name, kind, percent, invalid, missing } = column;
  const numbers = column.numbers.map(value => (value === label ? Number.NaN : value));
  let marked = 0;
  for (const value of column.numbers) if (value === label) marked++;
  return {
    name,
    kind,
    percent,
    invalid,
    missing: missing + marked,
    numbers,
    textOf: row => (column.numbers[row] === label ? '' : column.textOf(row)),
  };
}
