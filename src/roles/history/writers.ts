import type { Column, Table } from '../../readers/table';
import { clockColumns } from './clock';
import { cellTest } from './curveCells';
import { headerRows } from './headerRows';
import { rowNumbers } from './rowOrder';

/** What several processes made of one file. */
export interface Writers {
  /** Rows that say again what the row before them says. */
  readonly repeated: ReadonlySet<number>;
  /** For each row the number of the process that wrote it, from 1; null where one process wrote them all. */
  readonly writerOf: Uint8Array | null;
  readonly count: number;
}

const most = 64;
const minGroups = 3;
/** Share of the x values at which every process must have written. */
const complete = 0.9;

const alone: Writers = { repeated: new Set(), writerOf: null, count: 1 };

/** The writers of a table with these curves; rows that a column tells apart need no telling apart. */
export function tableWriters(
  table: Table,
  curves: readonly Column[],
  labels: readonly (Column | null)[],
): Writers {
  if (labels.some(column => column !== null)) return alone;
  const headers = headerRows(table);
  const rows = rowNumbers(table.rows);
  const clocks = [...clockColumns(table.columns, 'epoch'), ...clockColumns(table.columns, 'step')];
  return writersOf(
    headers.size === 0 ? rows : rows.filter(row => !headers.has(row)),
    clocks,
    curves,
  );
}

/**
 * Tells rows that several processes wrote into one log: neighbours with the same counters that hold the same
 * values, or values that differ less from each other than from those of the next step.
 */
function writersOf(
  rows: Int32Array,
  clocks: readonly Column[],
  curves: readonly Column[],
): Writers {
  if (!countsAgain(rows, clocks)) return alone;
  const repeated = repeatedRows(rows, clocks, curves);
  const kept = repeated.size === 0 ? rows : rows.filter(row => !repeated.has(row));
  const groups = clocks.length === 0 ? [] : groupsOf(kept, clocks);
  const size = groups[Math.floor(groups.length / 2)]?.length ?? 1;
  const regular = groups.filter(group => group.length === size).length;
  const several =
    size > 1 &&
    size <= most &&
    groups.length >= minGroups &&
    regular >= complete * groups.length &&
    agree(groups, curves);
  if (!several) return { repeated, writerOf: null, count: 1 };
  const writerOf = new Uint8Array((rows.at(-1) ?? 0) + 1).fill(1);
  for (const group of groups) {
    for (const [i, row] of group.entries()) writerOf[row] = Math.min(i + 1, size);
  }
  return { repeated, writerOf, count: size };
}

/** True when two neighbours have the same counters, without which there is nothing to tell apart. */
function countsAgain(rows: Int32Array, clocks: readonly Column[]): boolean {
  for (let i = 1; i < rows.length; i++) {
    if (sameCounts(rows[i - 1]!, rows[i]!, clocks)) return true;
  }
  return false;
}

function repeatedRows(
  rows: Int32Array,
  clocks: readonly Column[],
  curves: readonly Column[],
): ReadonlySet<number> {
  const repeated = new Set<number>();
  if (clocks.length === 0) return repeated;
  const cells = curves.map(cellTest);
  let before = rows[0] ?? 0;
  for (let i = 1; i < rows.length; i++) {
    const row = rows[i]!;
    const same =
      sameCounts(before, row, clocks) &&
      curves.every(({ numbers }) => Object.is(numbers[row], numbers[before]));
    if (same && cells.some(has => has(row))) repeated.add(row);
    else before = row;
  }
  return repeated;
}

function sameCounts(before: number, row: number, clocks: readonly Column[]): boolean {
  let counted = false;
  for (const { numbers } of clocks) {
    if (!Object.is(numbers[row], numbers[before])) return false;
    if (!Number.isNaN(numbers[row]!)) counted = true;
  }
  return counted;
}

/** Neighbouring rows with the same counters. */
function groupsOf(rows: Int32Array, clocks: readonly Column[]): readonly (readonly number[])[] {
  const groups: number[][] = [];
  for (const row of rows) {
    const last = groups.at(-1)?.[0];
    if (last !== undefined && sameCounts(last, row, clocks)) groups.at(-1)!.push(row);
    else groups.push([row]);
  }
  return groups;
}

/** True when every curve has a cell in all rows of a group or in none, and the rows of a group are alike. */
function agree(groups: readonly (readonly number[])[], curves: readonly Column[]): boolean {
  const judged = curves.filter(({ numbers }) =>
    groups.some(([row]) => !Number.isNaN(numbers[row!]!)),
  );
  return judged.length > 0 && judged.every(column => isAlike(groups, column));
}

function isAlike(groups: readonly (readonly number[])[], { numbers }: Column): boolean {
  const within: number[] = [];
  const between: number[] = [];
  let last = Number.NaN;
  for (const group of groups) {
    const values = group.map(row => numbers[row]!).filter(value => Number.isFinite(value));
    if (values.length > 0 && values.length < group.length) return false;
    if (values.length === 0) continue;
    within.push(Math.max(...values) - Math.min(...values));
    if (!Number.isNaN(last)) between.push(Math.abs(values[0]! - last));
    last = values[0]!;
  }
  return medianOf(within) <= medianOf(between) / 2;
}

function medianOf(values: number[]): number {
  values.sort((a, b) => a - b);
  return values[Math.floor(values.length / 2)] ?? 0;
}
