import { plural } from '../../shared/text';
import { ReadError } from '../readError';
import type { Table } from '../table';
import { cellTable, type TextTable } from './cellTable';
import { plainRows } from './plainRows';
import type { TextLine } from './textLines';

/**
 * Two selections without brackets, each the inside of a list or a column, as two arrays; undefined when
 * they are something else. Throws a ReadError when their lengths differ.
 */
export function twoSelections(
  name: string,
  pieces: readonly (readonly TextLine[])[],
): Table | undefined {
  if (pieces.length !== 2) return undefined;
  const [first, second] = pieces.map(lines => plainRows(name, lines));
  if (!isArray(first) || !isArray(second)) return undefined;
  if (first.rows.length !== second.rows.length) refuse(name, first, second);
  const names = [first, second].map((table, i) => {
    const own = table.names[0]!;
    return own === 'array 1' ? `array ${i + 1}` : own;
  });
  const rows = first.rows.map(({ cells, line }, i) => ({
    cells: [cells[0]!, second.rows[i]!.cells[0]!],
    line,
  }));
  return cellTable(name, { names, rows, problems: [] });
}

function isArray(table: TextTable | undefined): table is TextTable {
  return table !== undefined && table.names.length === 1 && table.rows.length > 1;
}

function refuse(source: string, first: TextTable, second: TextTable): never {
  const [a, b] = [first, second].map(({ rows }) => plural(rows.length, 'value'));
  throw new ReadError(
    { source, line: first.rows[0]!.line },
    `the first selection has ${a} but the second has ${b} on line ${second.rows[0]!.line}; arrays that belong together have one length`,
  );
}
