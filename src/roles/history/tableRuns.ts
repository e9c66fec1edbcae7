import type { Axis, History } from '../../core/training/history';
import { type Column, columnNamed, type Table } from '../../readers/table';
import { own } from '../../shared/own';
import type { HistoryRoles } from '../roles';
import { axisKindOf } from './axisName';
import { buildHistory, type Curve } from './buildHistory';
import { withContextSplits } from './contextSplits';
import { cellTest } from './curveCells';
import { type CurveSource, curveSources } from './curveSource';
import { headerRows } from './headerRows';
import { longCurves, splitColumnCurves } from './longCurves';
import { cutAtHeaders, cutAtRestarts } from './restarts';
import { carried, inOrderOf } from './rowOrder';
import { readSeriesName } from './seriesName';
import { isSummaryColumn, summaryRows } from './summaryRows';

/** One run of one table. */
export interface TableRun {
  readonly table: Table;
  /** What the table calls the run; null when it holds one run without a name. */
  readonly label: string | null;
  /** Number of this run in its table, from 1, where the log starts again; null when it does not. */
  readonly part: number | null;
  readonly history: History;
}

/** The runs of one table: by run column, by run names in the curves' names, by restarts of the epochs. */
export function tableRuns(table: Table, roles: HistoryRoles): readonly TableRun[] {
  const x = roles.x === null ? null : (columnNamed(table, roles.x) ?? null);
  const dropped = new Set([...headerRows(table), ...summaryRows(table)]);
  return labelledRows(table, roles, dropped).flatMap(({ label, rows, splits }) =>
    curveSets(table, roles, splits).flatMap(({ run, curves }) =>
      runsOf(table, x, rowsOfRun(rows, run, curves), curves).map(({ part, history }) => ({
        table,
        label: [label, run].filter(text => text !== null).join(' ') || null,
        part,
        history,
      })),
    ),
  );
}

interface LabelledRows {
  readonly label: string | null;
  readonly rows: Int32Array;
  /** The column that tells training rows from validation rows, where the run column is one. */
  readonly splits: Column | null;
}

function labelledRows(
  table: Table,
  roles: HistoryRoles,
  dropped: ReadonlySet<number>,
): readonly LabelledRows[] {
  const all = keptRows(table.rows, dropped);
  const column = roles.run === null ? undefined : columnNamed(table, roles.run);
  if (column === undefined) return [{ label: null, rows: all, splits: null }];
  const groups = new Map<string, number[]>();
  for (const row of all) {
    const label = labelOf(column, row);
    const group = groups.get(label);
    if (group === undefined) groups.set(label, [row]);
    else group.push(row);
  }
  const labels = [...groups.keys()];
  if (labels.every(label => readSeriesName(label).split !== null)) {
    return [{ label: null, rows: all, splits: column }];
  }
  return [...groups].map(([label, rows]) => ({
    label: label === '' ? null : label,
    rows: Int32Array.from(rows),
    splits: null,
  }));
}

/** `relu`; a number gets the name of its column: `seed 3`. */
function labelOf(column: Column, row: number): string {
  const text = column.textOf(row);
  return column.kind === 'number' && text !== '' ? `${column.name} ${text}` : text;
}

function keptRows(count: number, dropped: ReadonlySet<number>): Int32Array {
  const rows = new Int32Array(count).map((_, row) => row);
  return dropped.size === 0 ? rows : rows.filter(row => !dropped.has(row));
}

interface CurveSet {
  readonly run: string | null;
  readonly curves: readonly Curve[];
}

function curveSets(table: Table, roles: HistoryRoles, splits: Column | null): readonly CurveSet[] {
  if (roles.long !== null) return [{ run: null, curves: longCurves(table, roles.long) }];
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
    ...readSeriesName(source.meaning),
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
): readonly { readonly part: number | null; readonly history: History }[] {
  const parts = x === null ? cutAtHeaders(rows, headerRows(table)) : partsAlong(x, rows, curves);
  return parts.map((part, i) => ({
    part: parts.length === 1 ? null : i + 1,
    history: buildHistory(table, table.name, x, part, curves),
  }));
}

function partsAlong(x: Column, rows: Int32Array, curves: readonly Curve[]): readonly Int32Array[] {
  const kind = axisKindOf(x.name) ?? 'other';
  const axis: Axis = { name: x.name, kind, values: x.numbers };
  const cells = curves.map(({ has }) => has);
  return cutAtRestarts(afterFirstX(rows, x), axis, cells).map(part => inOrderOf(part, x.numbers));
}

/** Rows without an x belong to the x before them; those before the first x have none. */
function afterFirstX(rows: Int32Array, x: Column): Int32Array {
  const keys = carried(rows, x.numbers);
  return rows.filter((_, i) => !Number.isNaN(keys[i]!));
}
