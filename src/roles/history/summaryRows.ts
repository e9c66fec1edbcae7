import { columnNamed, type Table } from '../../readers/table';

const marks = ['train_runtime', 'total_flos'];

/** Rows that sum up a whole training, as Hugging Face's Trainer adds at the end. */
export function summaryRows(table: Table): ReadonlySet<number> {
  const rows = new Set<number>();
  for (const mark of marks) {
    const column = columnNamed(table, mark);
    if (column === undefined || column.missing === 0) continue;
    column.numbers.forEach((value, row) => {
      if (!Number.isNaN(value)) rows.add(row);
    });
  }
  return rows;
}

/** True for a column that has a value in such a row alone. */
export function isSummaryColumn(table: Table, name: string): boolean {
  const rows = summaryRows(table);
  const column = columnNamed(table, name);
  if (rows.size === 0 || column === undefined) return false;
  return column.numbers.every((value, row) => Number.isNaN(value) || rows.has(row));
}
