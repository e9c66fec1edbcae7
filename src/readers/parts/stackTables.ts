import { listed } from '../../shared/text';
import { ReadError } from '../readError';
import type { Column, ColumnKind, Problem, Table, TablePart } from '../table';
import { inParts } from './tablePart';

const mostNames = 5;

/**
 * The rows of several tables below one another, columns going by their names; what a part has no column for is
 * missing in its rows. A part that shares no column with the first is left out and told. Throws a ReadError when
 * there is nothing to put together. Linear in cells.
 */
export function stackTables(
  name: string,
  tables: readonly Table[],
  problems: readonly Problem[] = [],
): Table {
  const [first] = tables;
  if (first === undefined) {
    const why = problems[0] === undefined ? '' : `: ${problems[0].text}`;
    throw new ReadError({ source: name }, `none of its parts can be read${why}`);
  }
  const names = first.columns.map(column => column.name);
  const fits = tables.filter(table => table.columns.some(column => names.includes(column.name)));
  const rows = fits.reduce((sum, table) => sum + table.rows, 0);
  const columns = namesIn(fits).map(column => stacked(column, fits, rows));
  const parts = partsOf(fits);
  const own = fits.flatMap(table => table.problems);
  const table: Table = {
    name,
    format: first.format,
    bytes: fits.reduce((sum, { bytes }) => sum + bytes, 0),
    rows,
    columns,
    lineOf: lineIn(fits, parts),
    problems: [],
    ...(fits.some(({ partial }) => partial === true) ? { partial: true } : {}),
  };
  const told = [...own, ...odd(name, tables, fits), ...problems];
  const placed = inParts(table, parts, told);
  return fits.some(one => one.lineOf(0) !== null) ? placed : { ...placed, lineOf: () => null };
}

export function haveSameColumns(tables: readonly Table[]): boolean {
  const sets = tables.map(({ columns }) => columns.map(({ name }) => name).sort());
  return new Set(sets.map(names => JSON.stringify(names))).size < 2;
}

function namesIn(tables: readonly Table[]): readonly string[] {
  return [...new Set(tables.flatMap(({ columns }) => columns.map(({ name }) => name)))];
}

function odd(name: string, all: readonly Table[], fits: readonly Table[]): readonly Problem[] {
  const columns = namesIn(fits);
  const others = all.filter(table => !fits.includes(table));
  const lacking = columns.flatMap(column => {
    const without = fits.filter(table => !table.columns.some(own => own.name === column));
    return without.length === 0 ? [] : [`${named(without)} without a column "${column}"`];
  });
  return [
    ...others.map(table => `${table.name} has none of the first part's columns and was left out`),
    ...lacking.map(text => `${text}, which is missing in those rows`),
  ].map(text => ({ place: { source: name }, text }));
}

function named(tables: readonly Table[]): string {
  const names = tables.slice(0, mostNames).map(({ name }) => name);
  const more = tables.length - names.length;
  return listed(more > 0 ? [...names, `${more} more parts`] : names);
}

/** Running lines leave room for the lines of each part, whatever its rows lie on. */
function partsOf(tables: readonly Table[]): readonly TablePart[] {
  let row = 0;
  let line = 1;
  return tables.map(table => {
    const { name, format, bytes, rows } = table;
    const part = { name, format, bytes, row, rows, line, ownLine: 1 };
    row += rows;
    line += Math.max(1, rows > 0 ? (table.lineOf(rows - 1) ?? 0) : 0);
    return part;
  });
}

function lineIn(tables: readonly Table[], parts: readonly TablePart[]): Table['lineOf'] {
  const starts = parts.map(({ row }) => row);
  return row => {
    const at = partOf(starts, row);
    const line = tables[at]?.lineOf(row - starts[at]!) ?? null;
    return line === null ? null : parts[at]!.line - 1 + line;
  };
}

/** The last start that is not behind the row. */
function partOf(starts: readonly number[], row: number): number {
  let low = 0;
  for (let high = starts.length - 1; low < high; ) {
    const middle = (low + high + 1) >> 1;
    if (starts[middle]! <= row) low = middle;
    else high = middle - 1;
  }
  return low;
}

function stacked(name: string, tables: readonly Table[], rows: number): Column {
  const columns = tables.map(table => table.columns.find(column => column.name === name));
  const starts: number[] = [];
  const numbers = new Float64Array(rows).fill(Number.NaN);
  const invalid = new Map<number, string>();
  let missing = 0;
  let row = 0;
  for (const [i, column] of columns.entries()) {
    starts.push(row);
    if (column !== undefined) numbers.set(column.numbers, row);
    for (const [at, text] of column?.invalid ?? []) invalid.set(row + at, text);
    missing += column?.missing ?? tables[i]!.rows;
    row += tables[i]!.rows;
  }
  const cell = (at: number): readonly [Column | undefined, number] => {
    const part = partOf(starts, at);
    return [columns[part], at - starts[part]!];
  };
  return {
    name,
    kind: kindOf(columns.flatMap(column => column ?? [])),
    numbers,
    missing,
    invalid,
    percent: columns.some(column => column?.percent === true),
    textOf: at => {
      const [column, own] = cell(at);
      return column?.textOf(own) ?? '';
    },
    saysNan: at => {
      const [column, own] = cell(at);
      return column?.saysNan?.(own) ?? false;
    },
  };
}

/** From the plainest to what can hold all the others. */
const kinds: readonly ColumnKind[] = ['empty', 'boolean', 'number', 'time', 'label', 'text'];

function kindOf(columns: readonly Column[]): ColumnKind {
  const found = columns.map(({ kind }) => kinds.indexOf(kind));
  return kinds[found.reduce((widest, kind) => Math.max(widest, kind), 0)]!;
}
