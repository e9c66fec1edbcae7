import type { Column, ColumnKind, Table } from '../../src/readers/table';
import type { RoleChoices } from '../../src/shared/roleChoices';

export type SmallCell = number | string | boolean | null;

export interface SmallOptions {
  readonly name?: string;
  readonly format?: string;
  readonly known?: RoleChoices;
}

/** A table from columns of cells, as a reader would make it of a file with a header. */
export function smallTable(
  columns: Readonly<Record<string, readonly SmallCell[]>>,
  { name = 'small.csv', format = 'csv', known }: SmallOptions = {},
): Table {
  const made = Object.entries(columns).map(([column, cells]) => smallColumn(column, cells));
  return {
    name,
    format,
    bytes: 0,
    rows: made[0]?.numbers.length ?? 0,
    columns: made,
    lineOf: row => row + 2,
    problems: [],
    ...(known === undefined ? {} : { known }),
  };
}

export function smallColumn(name: string, cells: readonly SmallCell[]): Column {
  const kind = kindOf(cells);
  const isText = kind === 'label' || kind === 'text';
  return {
    name,
    kind,
    numbers: Float64Array.from(cells, cell =>
      cell === null || isText || typeof cell === 'string' ? Number.NaN : Number(cell),
    ),
    missing: cells.filter(cell => cell === null).length,
    invalid: new Map(
      cells.flatMap((cell, row) => (typeof cell === 'string' && !isText ? [[row, cell]] : [])),
    ),
    percent: false,
    textOf: row => spell(cells[row] ?? null),
  };
}

function spell(cell: SmallCell): string {
  if (cell === null) return '';
  if (typeof cell === 'boolean') return cell ? 'True' : 'False';
  return String(cell);
}

function kindOf(cells: readonly SmallCell[]): ColumnKind {
  const filled = cells.filter(cell => cell !== null);
  if (filled.length === 0) return 'empty';
  if (filled.every(cell => typeof cell === 'boolean')) return 'boolean';
  if (filled.some(cell => typeof cell === 'number')) return 'number';
  return new Set(filled).size < filled.length ? 'label' : 'text';
}
