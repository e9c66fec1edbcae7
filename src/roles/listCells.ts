import { roleOfName } from '../names/names';
import { type Cell, columnOfCells } from '../readers/cells';
import type { Column, Problem, Table } from '../readers/table';
import type { readText } from '../readers/text/readText';
import { labelSetColumn } from './labelSets/labelSetColumn';

/** A list of fewer items is a cell between brackets. */
const shortest = 2;
/** What a table of one sample per row has beside lists of scores. */
const sides: ReadonlySet<string | undefined> = new Set(['target', 'label']);
/** Between the items of Python lists, and of NumPy arrays as they are printed. */
const separator = /\s*,\s*|\s+/;

/**
 * A table whose cells hold whole lists (one model per row) laid out long: one row per item, the other
 * cells joined into the column `model`. undefined for any other table. Rows whose lists differ in length
 * or cannot be read are left out and told; a header written again is left out.
 */
export async function unfoldListCells(table: Table): Promise<Table | undefined> {
  const lists = table.columns.filter(column => holdsLists(column, table.rows));
  if (lists.length < 2) return undefined;
  const names = table.columns.filter(column => !lists.includes(column) && column.kind !== 'empty');
  if (names.some(({ name }) => sides.has(roleOfName(name)?.role))) return undefined;
  if (areLabelSets(lists, table.rows)) return undefined;
  const { readText: read } = await import('../readers/text/readText');
  const problems: Problem[] = [...table.problems];
  const models: string[] = [];
  const lines: (number | null)[] = [];
  const cells: Cell[][] = lists.map(() => []);
  for (let row = 0; row < table.rows; row++) {
    if (lists.every(column => column.textOf(row) === column.name)) continue;
    const items = itemsOf(table, lists, row, read);
    if (typeof items === 'string') {
      problems.push({ place: placeOf(table, row), text: `${items} (row skipped)` });
      continue;
    }
    const model = names.map(column => column.textOf(row)).join(' | ') || `row ${row + 1}`;
    for (let i = 0; i < items[0]!.length; i++) {
      models.push(model);
      lines.push(table.lineOf(row));
      items.forEach((list, column) => {
        cells[column]!.push(list[i]);
      });
    }
  }
  const { fileRows: _, ...rest } = table;
  return {
    ...rest,
    rows: models.length,
    columns: [
      columnOfCells('model', models),
      ...lists.map(({ name }, i) => columnOfCells(name, cells[i]!)),
    ],
    lineOf: row => lines[row] ?? null,
    problems,
  };
}

/** Lists of labels, any number for each row, are no samples: `["a", "b"]` beside `["b"]`. */
function areLabelSets(lists: readonly Column[], rows: number): boolean {
  const sets = lists.map(column => labelSetColumn(column, rows));
  const [first, ...others] = sets;
  if (first === undefined || others.some(one => one === undefined)) return false;
  if ([...first.counts.keys()].some(label => Number.isNaN(Number(label)))) return true;
  for (let row = 0; row < rows; row++) {
    const size = first.labelsOf(row).length;
    if (others.some(one => one!.labelsOf(row).length !== size)) return true;
  }
  return false;
}

function holdsLists(column: Column, rows: number): boolean {
  if (column.kind === 'number' || column.kind === 'boolean' || rows === 0) return false;
  for (let row = 0; row < rows; row++) {
    const text = column.textOf(row);
    const isHeader = text === column.name;
    if (text !== '' && !isHeader && !(text.startsWith('[') && text.endsWith(']'))) return false;
  }
  return column.textOf(0).slice(1, -1).trim().split(separator, shortest).length === shortest;
}

/** The items of the lists of one row, or a sentence why they cannot be used. */
function itemsOf(
  table: Table,
  lists: readonly Column[],
  row: number,
  read: typeof readText,
): Cell[][] | string {
  const line = table.lineOf(row) ?? row + 1;
  try {
    const items = lists.map(column =>
      listItems(read(table.name, [{ text: column.textOf(row), line }])),
    );
    const odd = items.findIndex(list => list.length !== items[0]!.length);
    if (odd < 0) return items;
    return `the list in "${lists[0]!.name}" has ${items[0]!.length} items and that in "${lists[odd]!.name}" has ${items[odd]!.length}`;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

function listItems({ columns, rows }: Table): Cell[] {
  const column = columns[0]!;
  return Array.from({ length: rows }, (_, row) => {
    const number = column.numbers[row]!;
    return Number.isNaN(number) ? column.textOf(row) : number;
  });
}

function placeOf(table: Table, row: number): Problem['place'] {
  const line = table.lineOf(row);
  return line === null ? { source: table.name } : { source: table.name, line };
}
