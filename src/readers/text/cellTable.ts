import { roleOfName } from '../../names/names';
import { plural } from '../../shared/text';
import { type Cell, columnOfCells } from '../cells';
import { cellValue } from '../delimited/cellValue';
import { refuseUnwritten } from '../refuseUnwritten';
import type { Problem, Table } from '../table';
import { uniqueNames } from '../uniqueNames';

/** One row of a table that is written in a text. */
export interface TextRow {
  readonly cells: readonly string[];
  readonly line: number;
}

/** Names and rows of a table before its cells are read as numbers. */
export interface TextTable {
  readonly names: readonly string[];
  /** Short rows end in missing cells. */
  readonly rows: readonly TextRow[];
  readonly problems: readonly Problem[];
  readonly decimalComma?: boolean;
  /** Line on which `...` stands for rows that were left out. */
  readonly elidedAt?: number;
}

/** A table from cells that are texts; it is a history when it has epochs or steps and losses. */
export function cellTable(name: string, table: TextTable): Table {
  const { names, rows, decimalComma } = table;
  const unique = uniqueNames(names);
  const written = rows.reduce((sum, { cells }) => sum + cells.length, 0);
  refuseUnwritten(rows.length, names.length, written);
  const columns = unique.map((column, k) =>
    columnOfCells(
      column,
      rows.map(({ cells }) => cellOf(cells[k] ?? '', decimalComma === true)),
    ),
  );
  return {
    name,
    format: 'selection',
    bytes: 0,
    rows: rows.length,
    columns,
    lineOf: row => rows[row]?.line ?? null,
    problems: [...elisionNote(name, table), ...table.problems],
    ...(isHistory(names) ? { history: true } : {}),
  };
}

function elisionNote(source: string, { elidedAt, rows }: TextTable): Problem[] {
  if (elidedAt === undefined) return [];
  const text = `only the ${plural(rows.length, 'row')} that the print shows; the others are abbreviated with "..."`;
  return [{ place: { source, line: elidedAt }, text }];
}

/** True when a column holds a number, or when the names say that labels are compared. */
export function isWorthwhile(table: Table): boolean {
  const roles = table.columns.map(({ name }) => roleOfName(name)?.role);
  const pair =
    roles.includes('prediction') && (roles.includes('target') || roles.includes('label'));
  return pair || table.columns.some(({ numbers }) => numbers.some(value => !Number.isNaN(value)));
}

function cellOf(text: string, decimalComma: boolean): Cell {
  const trimmed = text.trim();
  if (trimmed === 'No log') return null;
  const read = cellValue(trimmed, decimalComma);
  if (read.kind === 'number') return read.percent ? trimmed : read.value;
  if (read.kind === 'boolean') return read.value === 1;
  return read.kind === 'missing' ? null : trimmed;
}

function isHistory(names: readonly string[]): boolean {
  const roles = names.map(name => roleOfName(name)?.role);
  const counts = roles.includes('epoch') || roles.includes('step');
  return counts && names.some(name => /loss/i.test(name)) && !roles.includes('prediction');
}
