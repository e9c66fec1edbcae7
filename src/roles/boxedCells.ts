import { columnOfCells } from '../readers/cells';
import type { Column, Table } from '../readers/table';

/** `[0.5]`, `np.float64(0.5)`, `[np.float64(0.5)]`, `tensor(0.5)`: one number in its wrapping. */
const boxed =
  /^\[?\s*(?:[A-Za-z_][\w.]{0,40}\(\s*([-+]?[\w.+-]{1,40})\s*(?:,[^()[\]]{0,60})?\)|([-+]?[\w.+-]{1,40}))\s*\]?$/;
const looked = 20;

/** A table with the numbers of cells such as `[np.float64(0.5)]` taken out of their wrapping. */
export function unboxCells(table: Table): Table {
  if (!table.columns.some(column => isBoxed(column, table.rows))) return table;
  return {
    ...table,
    columns: table.columns.map(column =>
      isBoxed(column, table.rows) ? unboxed(column, table.rows) : column,
    ),
  };
}

/** Judged by the first cells, all of which must be wrapped numbers. */
function isBoxed({ kind, textOf }: Column, rows: number): boolean {
  if ((kind !== 'label' && kind !== 'text') || rows === 0) return false;
  return Array.from({ length: Math.min(rows, looked) }, (_, row) => textOf(row)).every(
    text => /^(?:\[|[A-Za-z_][\w.]*\()/.test(text) && Number.isFinite(Number(inner(text))),
  );
}

function unboxed({ name, textOf }: Column, rows: number): Column {
  return columnOfCells(
    name,
    Array.from({ length: rows }, (_, row) => inner(textOf(row)) ?? textOf(row)),
  );
}

function inner(text: string): string | undefined {
  const [, called, bare] = boxed.exec(text) ?? [];
  return called ?? bare;
}
