import type { Axis, History, Series } from '../../core/training/history';
import { rowAxis } from './buildHistory';

/** One history over the x values of all; undefined when their axes differ or run back. */
export function unionOf(histories: readonly History[]): History | undefined {
  const first = histories[0];
  if (first === undefined || !histories.every(({ x }) => sameAxis(x, first.x))) return undefined;
  const { axis, placeOf } = first.x.name === null ? byRow(histories) : byX(histories, first.x);
  if (axis === undefined) return undefined;
  return {
    name: first.name,
    x: axis,
    otherX: axis.values.length === first.x.values.length ? first.otherX : [],
    series: histories.flatMap((history, i) =>
      history.series.map(series => movedTo(series, row => placeOf(i, row))),
    ),
    lineOf: lineIn(histories, axis, placeOf),
  };
}

interface Places {
  readonly axis: Axis | undefined;
  /** Row of the union for a row of history `i`. */
  readonly placeOf: (i: number, row: number) => number;
}

function sameAxis(a: Axis, b: Axis): boolean {
  return a.name === b.name || (a.kind === b.kind && a.kind !== 'other');
}

function byRow(histories: readonly History[]): Places {
  const rows = histories.reduce((most, { x }) => Math.max(most, x.values.length), 0);
  return { axis: rowAxis(rows), placeOf: (_, row) => row };
}

function byX(histories: readonly History[], x: Axis): Places {
  if (!histories.every(history => runsForward(history.x.values))) {
    return { axis: undefined, placeOf: (_, row) => row };
  }
  const all = new Set<number>();
  for (const { x: own } of histories) for (const value of own.values) all.add(value);
  const values = Float64Array.from(all).sort();
  const places = new Map(Array.from(values, (value, row) => [value, row]));
  return {
    axis: { name: x.name, kind: x.kind, values },
    placeOf: (i, row) => places.get(histories[i]!.x.values[row]!)!,
  };
}

function runsForward(values: Float64Array): boolean {
  return values.every((value, i) => i === 0 || value > values[i - 1]!);
}

function movedTo(series: Series, placeOf: (row: number) => number): Series {
  return { ...series, rows: series.rows.map(placeOf) };
}

/** The line in the first history that has the row. */
function lineIn(
  histories: readonly History[],
  axis: Axis,
  placeOf: Places['placeOf'],
): (row: number) => number | null {
  const first = histories[0]!;
  const lines = new Map(Array.from(first.x.values, (_, row) => [placeOf(0, row), row]));
  return row => {
    const own = row < axis.values.length ? lines.get(row) : undefined;
    return own === undefined ? null : first.lineOf(own);
  };
}
