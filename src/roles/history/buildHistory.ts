import type { Axis, History, Series } from '../../core/training/history';
import type { Column, Table } from '../../readers/table';
import { axisKindOf } from './axisName';
import { holdsNumbers } from './headerRows';
import { carried, rowNumbers } from './rowOrder';
import { settledDirections } from './settledDirections';

/** A curve of one run: its name, what the name means, and the table rows at which it has a cell. */
export interface Curve {
  readonly name: string;
  readonly meaning: Pick<Series, 'split' | 'quantity' | 'direction' | 'open'>;
  readonly has: (tableRow: number) => boolean;
  readonly valueOf: (tableRow: number) => number;
  readonly lowOf?: (tableRow: number) => number;
  readonly highOf?: (tableRow: number) => number;
}

/** Puts the given rows of a table, already in the order of x, into the columns of one run. */
export function buildHistory(
  table: Table,
  name: string,
  x: Column | null,
  rows: Int32Array,
  curves: readonly Curve[],
): History {
  const series = settledDirections(
    curves.map(curve => seriesOf(curve, rows)).filter(({ values }) => values.length > 0),
  );
  return {
    name,
    x: x === null ? rowAxis(rows.length) : axisOf(x, rows),
    otherX: otherAxes(table, x, rows),
    series,
    lineOf: row => (row < 0 || row >= rows.length ? null : table.lineOf(rows[row]!)),
  };
}

function seriesOf(curve: Curve, rows: Int32Array): Series {
  const own = rowsWith(curve, rows);
  const pick = (cellOf: (row: number) => number): Float64Array => {
    const values = new Float64Array(own.length);
    for (let i = 0; i < own.length; i++) values[i] = cellOf(rows[own[i]!]!);
    return values;
  };
  return {
    name: curve.name,
    split: curve.meaning.split,
    quantity: curve.meaning.quantity,
    direction: curve.meaning.direction,
    ...(curve.meaning.open === true ? { open: true } : {}),
    rows: own,
    values: pick(curve.valueOf),
    ...(curve.lowOf === undefined ? {} : { low: pick(curve.lowOf) }),
    ...(curve.highOf === undefined ? {} : { high: pick(curve.highOf) }),
  };
}

function rowsWith(curve: Curve, rows: Int32Array): Int32Array {
  const own = new Int32Array(rows.length);
  let count = 0;
  for (let i = 0; i < rows.length; i++) {
    if (!curve.has(rows[i]!)) continue;
    own[count] = i;
    count += 1;
  }
  return own.slice(0, count);
}

export function rowAxis(rows: number): Axis {
  return { name: null, kind: 'row', values: Float64Array.from(rowNumbers(rows)) };
}

function axisOf(column: Column, rows: Int32Array): Axis {
  const kind = axisKindOf(column.name) ?? 'other';
  const values = carried(rows, column.numbers);
  return { name: column.name, kind, values: kind === 'wall-time' ? inSeconds(values) : values };
}

function otherAxes(table: Table, x: Column | null, rows: Int32Array): readonly Axis[] {
  const axes = table.columns
    .filter(column => column !== x && axisKindOf(column.name) !== null && holdsNumbers(column))
    .map(column => axisOf(column, rows));
  const wall = axes.find(({ kind }) => kind === 'wall-time');
  if (wall === undefined || axes.some(({ kind }) => kind === 'relative-time')) return axes;
  const start = wall.values[0] ?? 0;
  const relative = wall.values.map(value => value - start);
  return [...axes, { name: 'relative time', kind: 'relative-time', values: relative }];
}

/** Unix times in milliseconds, as MLflow writes them, become seconds. */
function inSeconds(values: Float64Array): Float64Array {
  const first = values.find(value => Number.isFinite(value)) ?? 0;
  return first > 1e11 ? values.map(value => value / 1000) : values;
}
