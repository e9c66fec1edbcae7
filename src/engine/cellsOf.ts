import type { NamedText } from '../readers/table';
import type { Roles } from '../roles/roles';
import type { RowCells } from '../shared/protocol/inspection';
import type { Predictions } from './interpretation';

/** Other columns told of a row. */
const maxCells = 12;

/** Cells of a row of the table, as far as they were read. */
export function cellsOf({ table, roles }: Predictions, row: number): RowCells['cells'] {
  const columns = beside(roles, table.columns, ({ name }) => name);
  return columns.map(({ name, textOf }) => ({ column: name, text: textOf(row) }));
}

/** The same of all cells of a row. */
export function cellsBeside(roles: Roles, cells: readonly NamedText[]): RowCells['cells'] {
  return beside(roles, cells, ({ column }) => column);
}

/** Columns that are neither target nor prediction: what may explain a row. */
function beside<T>(roles: Roles, columns: readonly T[], nameOf: (column: T) => string): T[] {
  const taken = new Set([
    roles.target,
    ...roles.models.flatMap(model => [model.prediction, ...(model.probability ?? [])]),
  ]);
  return columns.filter(column => !taken.has(nameOf(column))).slice(0, maxCells);
}
