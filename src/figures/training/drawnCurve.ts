import { type History, lineOfValue, type Series } from '../../core/training/history';
import { smoothed } from '../../core/training/smoothing';
import { remembered } from '../../shared/remembered';
import type { SourceLine } from '../../shared/sourceLine';
import { scoreScale } from './shownSeries';
import type { XChoice } from './xChoice';

/** One curve ready to be drawn: ascending x, values in the units of its axis. */
export interface DrawnCurve {
  readonly name: string;
  readonly series: Series;
  /** Which run it belongs to; null for the mean of all. */
  readonly run: number | null;
  readonly x: Float64Array;
  readonly y: Float64Array;
  /** Null when nothing is smoothed. */
  readonly smooth: Float64Array | null;
  readonly low: Float64Array | null;
  readonly high: Float64Array | null;
  /** Row of the history behind each point; null for a mean. */
  readonly rows: Int32Array | null;
  readonly placeOf: (row: number) => SourceLine | null;
}

export interface CurveOptions {
  readonly x: XChoice;
  readonly smoothing: number;
  /** Draws training values, which are means over the epoch, half an epoch earlier. */
  readonly halfEpoch: boolean;
}

/** A series as it is drawn, ascending in x; `several` puts the name of its run before its own. */
export function drawnCurve(
  history: History,
  series: Series,
  run: number,
  several: boolean,
  options: CurveOptions,
): DrawnCurve {
  const order = ascendingPlaces(options.x.valuesOf(history), series.rows);
  const whole = scoreScale(series) === 'percent' ? 100 : 1;
  const shift = options.halfEpoch && isEpochMean(series, options.x) ? -0.5 : 0;
  const y = pick(series.values, order.places, whole);
  return {
    name: several ? nameInRun(history, series) : series.name,
    series,
    run,
    x: shift === 0 ? order.x : order.x.map(value => value + shift),
    y,
    smooth: options.smoothing > 0 ? smoothedAt(options.smoothing)(y) : null,
    low: series.low === undefined ? null : pick(series.low, order.places, whole),
    high: series.high === undefined ? null : pick(series.high, order.places, whole),
    rows: order.places === null ? series.rows : order.places.map(i => series.rows[i]!),
    placeOf: row => lineOfValue(history, series, row),
  };
}

/** `relu - train/loss` names its run already. */
function nameInRun(history: History, series: Series): string {
  return series.name.startsWith(history.name) ? series.name : `${history.name}: ${series.name}`;
}

/** Kept for the last weight, so that panning does not smooth millions of values again. */
const smoothedAt = lastWeight(weight => remembered((y: Float64Array) => smoothed(y, weight)));

function lastWeight<T>(make: (weight: number) => T): (weight: number) => T {
  let last: { readonly weight: number; readonly made: T } | undefined;
  return weight => {
    if (last?.weight !== weight) last = { weight, made: make(weight) };
    return last.made;
  };
}

function isEpochMean(series: Series, x: XChoice): boolean {
  return x.kind === 'epoch' && series.split === 'train' && !/step|batch/i.test(series.name);
}

function pick(values: Float64Array, places: Int32Array | null, whole: number): Float64Array {
  if (places === null) return whole === 1 ? values : values.map(value => value / whole);
  return Float64Array.from(places, i => values[i]! / whole);
}

/** x of each point, ascending, and which point it is; `places` is null when the order is the log's. */
function ascendingPlaces(
  axis: Float64Array,
  rows: Int32Array,
): { readonly x: Float64Array; readonly places: Int32Array | null } {
  const dense = rows.length === axis.length;
  const x = dense ? axis : new Float64Array(rows.length);
  let ascends = true;
  for (let i = 0; i < rows.length; i++) {
    if (!dense) x[i] = axis[rows[i]!]!;
    if (!(i === 0 || x[i]! >= x[i - 1]!) || Number.isNaN(x[i]!)) ascends = false;
  }
  if (ascends) return { x, places: null };
  const places = new Int32Array(rows.length)
    .map((_, i) => i)
    .filter(i => !Number.isNaN(x[i]!))
    .sort((a, b) => x[a]! - x[b]! || a - b);
  return { x: Float64Array.from(places, i => x[i]!), places };
}
