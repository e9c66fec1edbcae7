import type { ForecastRows, NaiveForecast } from './forecastRows';

/** The targets of one series in their order, and at which of them each of its rows stands. */
interface SeriesTargets {
  readonly times: Float64Array;
  readonly targets: Float64Array;
}

/**
 * What a forecast is measured against. The series are taken from the rows themselves, the only targets a file
 * of predictions has: several forecasts of one time count once.
 */
export function naiveForecast(rows: ForecastRows, season: number): NaiveForecast {
  const n = rows.target.length;
  const series = rows.series ?? new Int32Array(n);
  const found: NaiveForecast = {
    season,
    series,
    horizon: new Float64Array(n).fill(Number.NaN),
    naive: new Float64Array(n).fill(Number.NaN),
    scale: new Float64Array(n).fill(Number.NaN),
    squaredScale: new Float64Array(n).fill(Number.NaN),
  };
  const time = rows.time ?? Float64Array.from({ length: n }, (_, row) => row);
  for (const members of rowsBySeries(series, time)) fillSeries(members, time, rows, found);
  return found;
}

/** Rows of each series by time; those without a series or a time are left out. */
function rowsBySeries(series: Int32Array, time: Float64Array): readonly Int32Array[] {
  const members = new Map<number, number[]>();
  for (let row = 0; row < series.length; row++) {
    const code = series[row]!;
    if (code < 0 || Number.isNaN(time[row]!)) continue;
    const own = members.get(code);
    if (own === undefined) members.set(code, [row]);
    else own.push(row);
  }
  return [...members.values()].map(own =>
    Int32Array.from(own).sort((a, b) => time[a]! - time[b]! || a - b),
  );
}

function fillSeries(
  members: Int32Array,
  time: Float64Array,
  rows: ForecastRows,
  found: NaiveForecast,
): void {
  const own = seriesTargets(members, time, rows.target);
  const { scale, squaredScale } = scalesOf(own.targets, found.season);
  let at = 0;
  for (const row of members) {
    while (own.times[at]! < time[row]!) at += 1;
    const steps = rows.horizon?.[row] ?? stepsFrom(rows.cutoff?.[row], own.times, at);
    found.scale[row] = scale;
    found.squaredScale[row] = squaredScale;
    found.horizon[row] = steps;
    if (!(steps >= 1)) continue;
    const last = at - found.season * Math.ceil(steps / found.season);
    found.naive[row] = own.targets[last] ?? Number.NaN;
  }
}

/** One target for each time: the first that is known. */
function seriesTargets(
  members: Int32Array,
  time: Float64Array,
  target: Float64Array,
): SeriesTargets {
  const times: number[] = [];
  const targets: number[] = [];
  for (const row of members) {
    if (times.length === 0 || time[row]! > times.at(-1)!) {
      times.push(time[row]!);
      targets.push(target[row]!);
    } else if (Number.isNaN(targets.at(-1)!)) {
      targets[targets.length - 1] = target[row]!;
    }
  }
  return { times: Float64Array.from(times), targets: Float64Array.from(targets) };
}

function scalesOf(
  targets: Float64Array,
  season: number,
): { readonly scale: number; readonly squaredScale: number } {
  let count = 0;
  let absolute = 0;
  let squared = 0;
  for (let at = season; at < targets.length; at++) {
    const change = targets[at]! - targets[at - season]!;
    if (!Number.isFinite(change)) continue;
    count += 1;
    absolute += Math.abs(change);
    squared += change * change;
  }
  return { scale: absolute / count, squaredScale: squared / count };
}

/** How many times of the series lie after the cutoff, up to its time `at`. */
function stepsFrom(cutoff: number | undefined, times: Float64Array, at: number): number {
  if (cutoff === undefined || Number.isNaN(cutoff)) return Number.NaN;
  let low = 0;
  let high = at + 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (times[middle]! <= cutoff) low = middle + 1;
    else high = middle;
  }
  return at + 1 - low;
}
