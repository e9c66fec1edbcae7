import { roleOfName } from '../names/names';
import { columnOfNumbers } from '../readers/numberTable';
import type { Column, Table } from '../readers/table';
import { matrices } from './matrices';

/** The table with one column `y_true` of class numbers for a target with a column of 0 and 1 per class: `y_true[0]`, `y_true[1]`. */
export function classOfOneHot(table: Table): Table {
  const classes = new Map<Column, Column | undefined>();
  for (const [base, columns] of matrices(table.columns)) {
    if (roleOfName(base)?.role !== 'target' || columns.length < 2) continue;
    const numbers = classNumbers(columns, table.rows);
    if (numbers === undefined) continue;
    for (const column of columns) classes.set(column, undefined);
    classes.set(columns[0]!, columnOfNumbers(base, numbers));
  }
  if (classes.size === 0) return table;
  return {
    ...table,
    columns: table.columns.flatMap(column =>
      classes.has(column) ? (classes.get(column) ?? []) : column,
    ),
  };
}

/** The position of the 1 in each row; undefined when a row holds anything but one 1 and zeros. */
function classNumbers(columns: readonly Column[], rows: number): Float64Array | undefined {
  const classes = new Float64Array(rows);
  for (let row = 0; row < rows; row++) {
    const cells = columns.map(({ numbers }) => numbers[row]!);
    classes[row] = cells.indexOf(1);
    if (cells.some((cell, k) => cell !== (k === classes[row] ? 1 : 0))) return undefined;
  }
  return classes;
}
