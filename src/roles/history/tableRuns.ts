import type { Axis, History, Series } from '../../core/training/history';
import { type Column, columnNamed, type Table } from '../../readers/table';
import { own } from '../../shared/own';
import type { HistoryRoles } from '../roles';
import { axisKindOf } from './axisName';
import { buildHistory, type Curve } from './buildHistory';
import { isShared } from './chooseX';
import { withContextSplits } from './contextSplits';
import { withCounters } from './counterCells';
import { cellTest } from './curveCells';
import { type CurveSource, curveSources } from './curveSource';
import { epochPlaces } from './epochPlaces';
import { headerRows } from './headerRows';
import { longCurves, splitColumnCurves } from './longCurves';
import { cutAtHeaders, cutAtRestarts, type HasCell, type RunRows } from './restarts';
import { type RowGroups, rowGroups } from './rowGroups';
import { carried, inOrderOf, rowNumbers } from './rowOrder';
import { namesSplit, readSeriesName, type SeriesName } from './seriesName';
import { isSummaryColumn, summaryRows } from './summaryRows';
import { tableWriters, type Writers } from './writers';

/** One run of one table. */
export interface TableRun {
  readonly table: Table;
  /** What the table calls the run; null when it holds one run without a name. */
  readonly label: string | null;
  /** Number of this run in its table, from 1, where the log starts again; null when it does not. */
  readonly part: number | null;
  readonly history: History;
  /** x values at which the log goes back and on again: it was resumed there. */
  readonly resumedAt: readonly number[];
  /** Rows that tell an earlier x again and were left out. */
  readonly toldAgain: number;
  /** Rows of the table that repeat the row before them and were left out. */
  readonly repeated: number;
}

/** The runs of one table: by run column, by run names in the curves' names, by restarts of the epochs. */
export function tableRuns(source: Table, roles: HistoryRoles): readonly TableRun[] {
  const table = withCounters(source);
  const x = roles.x === null ? null : (columnNamed(table, roles.x) ?? null);
  const run = columnOrNull(table, roles.run);
  const set = columnOrNull(table, roles.set ?? null);
  const curveColumns = roles.series.flatMap(name => columnNamed(table, name) ?? []);
  const writers = tableWriters(table, curveColumns, [run, set]);
  const dropped = new Set([...headerRows(table), ...summaryRows(table), ...writers.repeated]);
  const sets = curveSets(table, roles, set);
  const all = keptRows(table.rows, dropped);
  const groups = rowGroups(run, set, writers.writerOf);
  const placed = placedX(x, roles, table, all, sets, groups);
  return labelledRows(all, run, writers).flatMap(({ label, rows }) =>
    sets.flatMap(({ run: named, curves }) =>
      runsOf(table, placed, rowsOfRun(rows, named, curves), curves, roles).map(one => ({
        ...one,
        table: source,
        label: [label, named].filter(text => text !== null).join(' ') || null,
        repeated: writers.repeated.size,
      })),
    ),
  );
}

function columnOrNull(table: Table, name: string | null): Column | null {
  return name === null ? null : (columnNamed(table, name) ?? null);
}

/** The x column with its numbers as the curves need them: places within epochs, the training rows' count alone. */
function placedX(
  x: Column | null,
  { within }: HistoryRoles,
  table: Table,
  rows: Int32Array,
  sets: readonly CurveSet[],
  groups: RowGroups,
): Column | null {
  if (x === null) return null;
  const cells = sets.flatMap(({ curves }) => measuring(curves));
  if (within !== undefined) {
    const counter = within === null ? null : (columnNamed(table, within)?.numbers ?? null);
    return { ...x, numbers: epochPlaces(rows, x.numbers, counter, cells, groups.labelOf) };
  }
  if (isShared(x, groups)) return x;
  const first = groups.setOf(rows[0] ?? 0);
  return {
    ...x,
    numbers: x.numbers.map((value, row) => (groups.setOf(row) === first ? value : Number.NaN)),
  };
}

interface LabelledRows {
  readonly label: string | null;
  readonly rows: Int32Array;
}

function labelledRows(
  all: Int32Array,
  run: Column | null,
  { writerOf }: Writers,
): readonly LabelledRows[] {
  if (run === null && writerOf === null) return [{ label: null, rows: all }];
  const groups = new Map<string, number[]>();
  for (const row of all) {
    const label = run === null ? `process ${writerOf![row]}` : labelOf(run, row);
    const group = groups.get(label);
    if (group === undefined) groups.set(label, [row]);
    else group.push(row);
  }
  return [...groups].map(([label, rows]) => ({
    label: label === '' ? null : label,
    rows: Int32Array.from(rows),
  }));
}

/** `relu`; a number gets the name of its column: `seed 3`. */
function labelOf(column: Column, row: number): string {
  const text = column.textOf(row);
  return column.kind === 'number' && text !== '' ? `${column.name} ${text}` : text;
}

function keptRows(count: number, dropped: ReadonlySet<number>): Int32Array {
  const rows = rowNumbers(count);
  return dropped.size === 0 ? rows : rows.filter(row => !dropped.has(row));
}

interface CurveSet {
  readonly run: string | null;
  readonly curves: readonly Curve[];
}

function curveSets(table: Table, roles: HistoryRoles, splits: Column | null): readonly CurveSet[] {
  if (roles.long !== null) return [{ run: null, curves: longCurves(table, roles.long, splits) }];
  const series = roles.series.filter(name => !isSummaryColumn(table, name));
  const sources = curveSources(table, series);
  if (splits !== null) return [{ run: null, curves: splitColumnCurves(sources, splits) }];
  const runs = [...new Set(sources.map(({ run }) => run))];
  return runs.map(run => ({
    run,
    curves: wideCurves(
      table,
      sources.filter(source => source.run === run),
    ),
  }));
}

function wideCurves(table: Table, sources: readonly CurveSource[]): readonly Curve[] {
  const named = sources.map(source => ({
    source,
    name: source.name,
    ...withStatedSplit(source.meaning, table.splits?.[source.name]),
    ...statedDirection(table, source.name),
  }));
  return withContextSplits(named).map(({ source, name, ...meaning }) => ({
    name,
    meaning,
    has: cellTest(source.value),
    valueOf: row => source.value.numbers[row]!,
    ...boundsOf(source),
  }));
}

/** The lines of a log say what `acc` was measured on where its name does not. */
function withStatedSplit(name: string, stated: Series['split'] | undefined): SeriesName {
  const named = readSeriesName(name);
  return stated === undefined || named.direction === 'none' || namesSplit(name)
    ? named
    : { ...named, split: stated };
}

/** Where the source itself says which direction is better, the name does not matter. */
function statedDirection(
  { directions }: Table,
  name: string,
): Pick<Curve['meaning'], 'open'> & { readonly direction?: 'lower' | 'higher' } {
  const direction = own(directions, name);
  return direction === undefined ? {} : { direction, open: false };
}

function boundsOf({ value, band }: CurveSource): Pick<Curve, 'lowOf' | 'highOf'> {
  if (band === null) return {};
  if (band.kind === 'bounds') {
    return { lowOf: row => band.low.numbers[row]!, highOf: row => band.high.numbers[row]! };
  }
  return {
    lowOf: row => value.numbers[row]! - band.spread.numbers[row]!,
    highOf: row => value.numbers[row]! + band.spread.numbers[row]!,
  };
}

/** A table that several runs share has rows that are not of this run. */
function rowsOfRun(rows: Int32Array, run: string | null, curves: readonly Curve[]): Int32Array {
  return run === null ? rows : rows.filter(row => curves.some(curve => curve.has(row)));
}

function runsOf(
  table: Table,
  x: Column | null,
  rows: Int32Array,
  curves: readonly Curve[],
  { within }: HistoryRoles,
): readonly Pick<TableRun, 'part' | 'resumedAt' | 'toldAgain' | 'history'>[] {
  const parts =
    x === null
      ? cutAtHeaders(rows, headerRows(table))
      : partsAlong(x, rows, curves, within !== undefined);
  return parts.map(({ rows: part, resumedAt, toldAgain }, i) => ({
    part: parts.length === 1 ? null : i + 1,
    resumedAt,
    toldAgain,
    history: buildHistory(table, table.name, x, part, curves),
  }));
}

/** Places within epochs go on without a step where one epoch ends and the next begins. */
function partsAlong(
  x: Column,
  rows: Int32Array,
  curves: readonly Curve[],
  isPlaced: boolean,
): readonly RunRows[] {
  const kind = isPlaced ? 'other' : (axisKindOf(x.name) ?? 'other');
  const axis: Axis = { name: x.name, kind, values: x.numbers };
  return cutAtRestarts(afterFirstX(rows, x), axis, measuring(curves)).map(part => ({
    ...part,
    rows: inOrderOf(part.rows, x.numbers),
  }));
}

/** Where the curves have cells that measure something; other counters come along on any row. */
function measuring(curves: readonly Curve[]): readonly HasCell[] {
  const own = curves.filter(({ name }) => axisKindOf(name) === null);
  return (own.length > 0 ? own : curves).map(({ has }) => has);
}

/** Rows without an x belong to the x before them; those before the first x have none. */
function afterFirstX(rows: Int32Array, x: Column): Int32Array {
  if (rows.length === 0 || !Number.isNaN(x.numbers[rows[0]!]!)) return rows;
  const keys = carried(rows, x.numbers);
  return rows.filter((_, i) => !Number.isNaN(keys[i]!));
}
