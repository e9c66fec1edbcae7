import type { Column, Table } from '../table';
import { grownColumn, type WordKind } from './grownColumn';
import { grownLines } from './grownLines';

/**
 * The rows of `a` and behind them those of `b`, which stand in the same file below. Takes time for the rows
 * of `b` alone, on average; `a` stays as it is. A column that only one of them has is missing in the other,
 * but columns that `a` was read without stay unread. undefined when the whole must be read again to be told
 * apart: the rows of `b` change what a column is.
 */
export function concatTables(a: Table, b: Table, wordKind: WordKind): Table | undefined {
  const columns: Column[] = [];
  for (const [ofA, ofB] of pairsOf(a, b)) {
    const column = grownColumn(ofA, ofB, wordKind);
    if (column === undefined) return undefined;
    columns.push(column);
  }
  const repeats = [...(a.headerRepeats ?? []), ...(b.headerRepeats ?? []).map(row => a.rows + row)];
  return {
    ...a,
    bytes: a.bytes + b.bytes,
    rows: a.rows + b.rows,
    columns,
    lineOf: grownLines(a, b),
    problems: [...a.problems, ...b.problems],
    ...(repeats.length > 0 ? { headerRepeats: repeats } : {}),
    ...(a.fileRows === undefined ? {} : { fileRows: a.fileRows.grown(b.rows, a.bytes + b.bytes) }),
  };
}

function pairsOf(a: Table, b: Table): readonly (readonly [Column, Column])[] {
  const ofB = new Map(b.columns.map(column => [column.name, column]));
  const left = a.columns.map(
    column => [column, ofB.get(column.name) ?? emptyColumn(column.name, b.rows)] as const,
  );
  const known = new Set([...a.columns.map(({ name }) => name), ...(a.unread ?? [])]);
  const right = b.columns
    .filter(({ name }) => !known.has(name))
    .map(column => [emptyColumn(column.name, a.rows), column] as const);
  return [...left, ...right];
}

function emptyColumn(name: string, rows: number): Column {
  return {
    name,
    kind: 'empty',
    numbers: new Float64Array(rows).fill(Number.NaN),
    missing: rows,
    invalid: new Map(),
    percent: false,
    textOf: () => '',
  };
}
