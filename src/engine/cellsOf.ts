import type { RowCells } from '../protocol/inspection';
import type { Roles } from '../readers/roles';
import type { NamedText } from '../readers/table';
import type { Predictions } from './interpret';

/** Other columns told of a row. */
const mostCells = 12;

/** Cells of a row of the table, as far as they were read. */
export function cellsOf({ table, roles }: Predictions, row: number): RowCells['cells'] {
  const cells = table.columns.map(({ name, textOf }) => ({ column: name, text: textOf(row) }));
  return cellsBeside(roles, cells);
}

/** Of all cells of a row those that are neither target nor prediction: what may explain the row. */
export function cellsBeside(roles: Roles, cells: readonly NamedText[]): RowCells['cells'] {
  const taken = new Set([
    roles.target,
    ...roles.models.flatMap(model => [model.prediction, ...(model.probability ?? [])]),
  ]);
  return cells.filter(({ column }) => !taken.has(column)).slice(0, mostCells);
}
