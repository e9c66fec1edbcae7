import { columnOfNumbers } from '../readers/numberTable';
import type { Column, Table } from '../readers/table';

/** Places of one list: `scores[0][label]`, `scores[1][label]`, ... */
interface List {
  readonly parent: string;
  /** What the columns made of it are called after. */
  readonly name: string;
  readonly columns: readonly Column[];
}

/** Longer lists are no scores of classes. */
const longest = 200;

/**
 * The table with one column per class for lists of names beside lists of scores (`displayNames` and `confidences`,
 * `scores[0].label` and `scores[0].score`), whatever the order of the names in a row: `confidences[cat]`.
 */
export function withNamedScores(table: Table): Table {
  const lists = listsIn(table.columns);
  const replaced = new Map<Column, readonly Column[]>();
  for (const names of lists.filter(({ columns }) => columns.every(isText))) {
    const scores = lists.find(
      one => one.parent === names.parent && one !== names && areScoresOf(one, names),
    );
    const columns = scores === undefined ? undefined : byName(names, scores, table.rows);
    if (scores === undefined || columns === undefined) continue;
    for (const column of [...names.columns, ...scores.columns]) replaced.set(column, []);
    replaced.set(scores.columns[0]!, columns);
  }
  if (replaced.size === 0) return table;
  return { ...table, columns: table.columns.flatMap(column => replaced.get(column) ?? column) };
}

function listsIn(columns: readonly Column[]): readonly List[] {
  const found = new Map<string, { parent: string; name: string; columns: Column[] }>();
  for (const column of columns) {
    const match = /^(.*?)(\[[^[\]\d]+\])?\[(\d+)\](\[[^[\]\d]+\])?$/.exec(column.name);
    if (match === null) continue;
    const [, start = '', inner = '', index, behind = ''] = match;
    const key = `${start}${inner}\u0000${behind}`;
    const list = found.get(key) ?? {
      parent: behind === '' ? start : `${start}${inner}`,
      name: `${start}${inner}`,
      columns: [],
    };
    if (Number(index) === list.columns.length) list.columns.push(column);
    found.set(key, list);
  }
  return [...found.values()].filter(({ columns: own }) => own.length > 1 && own.length <= longest);
}

function isText({ kind }: Column): boolean {
  return kind === 'label' || kind === 'text';
}

function areScoresOf({ columns }: List, names: List): boolean {
  return columns.length === names.columns.length && columns.every(({ kind }) => kind === 'number');
}

/** The scores by their names; undefined unless every row has every name once. */
function byName(names: List, scores: List, rows: number): readonly Column[] | undefined {
  const classes = names.columns.map(({ textOf }) => textOf(0));
  const places = new Map(classes.map((name, k) => [name, k]));
  if (places.size < classes.length || rows === 0) return undefined;
  const values = classes.map(() => new Float64Array(rows).fill(Number.NaN));
  for (let row = 0; row < rows; row++) {
    const seen = new Set<number>();
    for (const [k, column] of names.columns.entries()) {
      const place = places.get(column.textOf(row));
      if (place === undefined) return undefined;
      seen.add(place);
      values[place]![row] = scores.columns[k]!.numbers[row]!;
    }
    if (seen.size < classes.length) return undefined;
  }
  return classes.map((name, k) => columnOfNumbers(`${scores.name}[${name}]`, values[k]!));
}
