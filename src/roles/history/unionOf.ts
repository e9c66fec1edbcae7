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
      history.series.map(series => movedTo(history, series, row => placeOf(i, row))),
    ),
    ...placeIn(first, row => placeOf(0, row)),
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

function movedTo(history: History, series: Series, placeOf: (row: number) => number): Series {
  return { ...series, rows: series.rows.map(placeOf), place: placeIn(history, placeOf) };
}

/** Where the rows of the union stand in one of its histories. */
function placeIn(
  history: History,
  placeOf: (row: number) => number,
): Pick<History, 'source' | 'lineOf'> {
  const { lineOf, source = 0 } = history;
  const rows = new Map(Array.from(history.x.values, (_, row) => [placeOf(row), row]));
  return {
    source,
    lineOf: row => {
      const own = rows.get(row);
      return own === undefined ? null : lineOf(own);
    },
  };
}
