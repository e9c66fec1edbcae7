import { ReadError, RequestError } from '../../readers/readError';
import type { Column, Table } from '../../readers/table';
import { type About, aboutColumn, readAbout } from '../about';

/** A table that says of itself that it is the result of a statement of ours. */
export interface ResultTable {
  readonly table: Table;
  readonly about: About;
  /** By lower-case name: some engines shout. */
  readonly columns: ReadonlyMap<string, Column>;
}

/** True for a table with the column that every result has, whatever stands in it. */
export function isResult({ columns }: Pick<Table, 'columns'>): boolean {
  return columns.some(({ name }) => name.trim().toLowerCase() === aboutColumn);
}

/** Throws a ReadError for a result of another version, or one that was changed. */
export function resultTable(table: Table): ResultTable {
  const columns = new Map(table.columns.map(column => [column.name.trim().toLowerCase(), column]));
  const column = columns.get(aboutColumn)!;
  if (table.partial === true) {
    throw new ReadError(
      { source: table.name },
      'the result is not read to its end, and a part of its sums is no sum',
    );
  }
  const abouts = new Map<string, About>();
  for (let row = 0; row < table.rows; row++) {
    const text = column.textOf(row);
    if (abouts.has(text)) continue;
    const about = readAbout(text);
    const place = placeOf(table, row, column);
    if (about === null)
      throw new ReadError(
        place,
        `"${text}" is no beginning of a row of sums; save the whole result as it was returned`,
      );
    if ('problem' in about) throw new ReadError(place, about.problem);
    abouts.set(text, about);
    if (abouts.size > 1) {
      throw new RequestError(
        place,
        'these sums are of other columns than those before them, so they cannot be added up',
      );
    }
  }
  const [about] = abouts.values();
  if (about === undefined)
    throw new ReadError(
      { source: table.name },
      'the result has no rows; the table has none, or the result was not saved',
    );
  return { table, about, columns };
}

/** The column, or a ReadError that names it and says what to do. */
export function columnOf({ table, columns }: ResultTable, name: string): Column {
  const column = columns.get(name);
  if (column !== undefined) return column;
  throw new ReadError(
    { source: table.name, column: name },
    'this column of the sums is missing or was renamed; write the statement again and run it as it is',
  );
}

/** The number of a cell that has to hold one; a ReadError that names it otherwise. */
export function numberIn(result: ResultTable, column: Column, row: number): number {
  const value = column.numbers[row]!;
  if (Number.isFinite(value)) return value;
  const text = column.textOf(row);
  throw new ReadError(
    placeOf(result.table, row, column),
    `${text === '' ? 'an empty cell' : `"${text}"`} is no sum; save the result as it was returned, with all its digits`,
  );
}

export function placeOf(
  table: Table,
  row: number,
  column: Column,
): { readonly source: string; readonly line?: number; readonly column: string } {
  const line = table.lineOf(row);
  return { source: table.name, ...(line === null ? {} : { line }), column: column.name };
}
