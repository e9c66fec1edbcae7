import { type Cell, columnOfCells } from '../readers/cells';
import type { Column, Table } from '../readers/table';

/** `2:no`: the number of a class and its name. */
const numbered = /^(\d{1,4}):(\S.*)$/;
/** `*0.958` beside numbers without the mark: the chance of the class that was predicted. */
const starred = /^\*?[-+]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[-+]?\d+)?$/i;
const looked = 200;

/**
 * A table with the marks taken out of its cells, as Weka writes them: classes without their numbers (`2:no` is
 * `no`), chances without the star of the predicted class, one column for each class of `0.1,*0.9`.
 */
export function unmarked(table: Table): Table {
  const texts = table.columns.filter(({ kind }) => kind === 'label' || kind === 'text');
  const classes = numberedClasses(texts, table.rows);
  const chances = texts.filter(column => isStarred(column, table.rows));
  if (classes.size === 0 && chances.length === 0) return table;
  const order = [...classes].sort(([a], [b]) => a - b).map(([, name]) => name);
  const columns = table.columns.flatMap(column => {
    if (chances.includes(column)) return chancesOf(column, table.rows, order);
    const isClass = classes.size > 0 && classesOf(column, table.rows) !== undefined;
    return isClass && texts.includes(column) ? [withoutNumbers(column, table.rows)] : [column];
  });
  return { ...table, columns: withClassNames(columns, chances, order) };
}

/** Number -> name, where at least two columns of classes agree on it. */
function numberedClasses(texts: readonly Column[], rows: number): ReadonlyMap<number, string> {
  const found = texts.flatMap(column => classesOf(column, rows) ?? []);
  if (found.length < 2) return new Map();
  const all = new Map<number, string>();
  for (const own of found) {
    for (const [number, name] of own) {
      if ((all.get(number) ?? name) !== name) return new Map();
      all.set(number, name);
    }
  }
  return new Set(all.values()).size === all.size ? all : new Map();
}

/** undefined for a column with a cell that names no class; `1:?` is one whose class nobody knows. */
function classesOf(column: Column, rows: number): ReadonlyMap<number, string> | undefined {
  const classes = new Map<number, string>();
  for (const text of textsOf(column, rows)) {
    const [, number, name] = numbered.exec(text) ?? [];
    if (number === undefined || name === undefined) return undefined;
    if (name === '?') continue;
    if ((classes.get(Number(number)) ?? name) !== name) return undefined;
    classes.set(Number(number), name);
  }
  return classes.size === 0 ? undefined : classes;
}

function withoutNumbers({ name, textOf }: Column, rows: number): Column {
  return columnOfCells(
    name,
    cellsOf(rows, row => {
      const label = numbered.exec(textOf(row))?.[2];
      return label === undefined || label === '?' ? null : label;
    }),
  );
}

function isStarred(column: Column, rows: number): boolean {
  const texts = textsOf(column, rows);
  const parts = texts.map(text => text.split(','));
  const width = parts[0]?.length ?? 0;
  return (
    texts.some(text => text.includes('*')) &&
    parts.every(cells => cells.length === width && cells.every(cell => starred.test(cell)))
  );
}

/** One column, or one for each class where a cell holds the chances of all. */
function chancesOf(column: Column, rows: number, classes: readonly string[]): readonly Column[] {
  const width = column.textOf(0).split(',').length;
  return Array.from({ length: width }, (_, k) =>
    columnOfCells(
      width === 1 ? column.name : `${column.name}[${classes[k] ?? k}]`,
      cellsOf(rows, row => {
        const cell = column.textOf(row).split(',')[k];
        return cell === undefined || cell === '' ? null : Number(cell.replace('*', ''));
      }),
    ),
  );
}

/** Chances in as many columns as there are classes, of which the first alone has a name. */
function withClassNames(
  columns: readonly Column[],
  chances: readonly Column[],
  classes: readonly string[],
): readonly Column[] {
  const first = columns.findIndex(({ name }) => chances.some(one => one.name === name));
  const [head, ...others] = first < 0 ? [] : columns.slice(first, first + classes.length);
  const isRow =
    head !== undefined &&
    classes.length > 1 &&
    others.length === classes.length - 1 &&
    others.every(
      ({ name, kind }) => kind === 'number' && /^(?:unnamed: ?\d+|column \d+|)$/i.test(name),
    );
  if (!isRow) return columns;
  return columns.map((column, i) => {
    const label = classes[i - first];
    return i < first || label === undefined
      ? column
      : { ...column, name: `${head.name}[${label}]` };
  });
}

/** Cells that are not missing, from the first rows. */
function textsOf({ textOf }: Column, rows: number): readonly string[] {
  return Array.from({ length: Math.min(rows, looked) }, (_, row) => textOf(row)).filter(
    text => text !== '',
  );
}

function cellsOf(rows: number, cellOf: (row: number) => Cell): readonly Cell[] {
  return Array.from({ length: rows }, (_, row) => cellOf(row));
}
