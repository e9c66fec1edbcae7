import { columnOfCells } from '../readers/cells';
import type { Column, Table } from '../readers/table';
import { type Candidate, candidatesOf, holdsRun, isNumeric, isTwoValued } from './guess/candidate';

/** Two complementary columns are one column of two classes, which needs no folding. */
const fewest = 3;
/** Longer names tell nothing more. */
const maxName = 60;

/**
 * The table with one column of class names for the columns of 0 and 1 that have a column of scores each, called
 * after them (`home`, `draw`, `away` beside `p_home`, `p_draw`, `p_away`), where each row has exactly one 1.
 */
export function withOneHotTarget(table: Table): Table {
  if (table.known?.target !== undefined || table.history === true) return table;
  const pairs = hotColumns(table);
  if (
    pairs.length < fewest ||
    !areOneHot(
      pairs.map(({ hot }) => hot.column),
      table.rows,
    )
  )
    return table;
  const hot = pairs.map(({ hot }) => hot.column);
  const classes = pairs.map(({ core }) => core);
  const name = nameFor(classes, table);
  return {
    ...table,
    columns: table.columns.flatMap(column => {
      if (column === hot[0]) return columnOfCells(name, labelsIn(hot, classes, table.rows));
      return hot.includes(column) ? [] : column;
    }),
    known: { ...table.known, target: name },
  };
}

interface HotColumn {
  readonly hot: Candidate;
  /** What the names of the column and of its scores share: the class. */
  readonly core: string;
}

function hotColumns(table: Table): HotColumn[] {
  const hot = table.columns.filter(column => isHot(column));
  if (hot.length < 2 || hot.length > maxClasses) return [];
  const candidates = candidatesOf(table);
  const scores = candidates.filter(
    one => isNumeric(one) && !isTwoValued(one) && one.facts.unitShare === 1,
  );
  return candidates.flatMap(one => {
    if (!hot.includes(one.column) || one.said?.role === 'prediction') return [];
    const words = one.said?.role === 'target' ? one.stem : one.words;
    const own = scores.filter(score => score !== one && holdsRun(score.words, words));
    return own.length === 1 ? [{ hot: one, core: words.join(' ') }] : [];
  });
}

const maxClasses = 200;

/** Nothing but 0 and 1. */
function isHot({ numbers, kind }: Column): boolean {
  if ((kind !== 'number' && kind !== 'boolean') || numbers.length === 0) return false;
  return numbers.every(value => value === 0 || value === 1);
}

/** Exactly one 1 in each row. */
export function areOneHot(columns: readonly Column[], rows: number): boolean {
  for (let row = 0; row < rows; row++) {
    let ones = 0;
    for (const { numbers } of columns) if (numbers[row] === 1) ones++;
    if (ones !== 1) return false;
  }
  return rows > 0;
}

/** The class of each row of columns of 0 and 1. */
export function labelsIn(
  columns: readonly Column[],
  classes: readonly string[],
  rows: number,
): string[] {
  return Array.from(
    { length: rows },
    (_, row) => classes[columns.findIndex(({ numbers }) => numbers[row] === 1)]!,
  );
}

function nameFor(classes: readonly string[], { columns }: Table): string {
  const joined = classes.join('/');
  const name = joined.length <= maxName ? joined : 'class';
  return columns.some(column => column.name === name) ? `${name} (class)` : name;
}
