import type { Column, Table } from '../../readers/table';
import { axisKindOf } from './axisName';

/** `10/203`, `Epoch 3`, `step 40`: a count with its limit or its word. */
const counted = /^(?:\p{L}+[ :#]*)?(\d+)(?:\s*\/\s*\d+)?$/u;

/** The table with axis columns whose cells are such counts as columns of numbers. */
export function withCounters(table: Table): Table {
  if (!table.columns.some(column => isCounter(column, table.rows))) return table;
  return {
    ...table,
    columns: table.columns.map(column =>
      isCounter(column, table.rows) ? asNumbers(column, table.rows) : column,
    ),
  };
}

function isCounter(column: Column, rows: number): boolean {
  if (column.kind !== 'label' && column.kind !== 'text' && column.kind !== 'time') return false;
  const kind = axisKindOf(column.name);
  if (kind !== 'epoch' && kind !== 'step') return false;
  for (let row = 0; row < rows; row++) {
    const text = column.textOf(row);
    if (text !== '' && text !== column.name && !counted.test(text)) return false;
  }
  return true;
}

function asNumbers(column: Column, rows: number): Column {
  const numbers = new Float64Array(rows).map((_, row) =>
    Number(counted.exec(column.textOf(row))?.[1] ?? Number.NaN),
  );
  return { ...column, kind: 'number', numbers };
}
