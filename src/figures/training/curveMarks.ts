import { finiteExtent } from '../../core/statistics/extent';
import { decimate } from '../../core/training/decimate';
import type { LineMark, Mark, PointsMark, Tone } from '../../shared/figure';
import type { DrawnCurve } from './drawnCurve';
import { linesOf } from './linesOf';

export interface CurveStyle {
  readonly tone: Tone;
  readonly axis: 'y' | 'y2';
  /** Columns of pixels a curve is thinned to. */
  readonly buckets: number;
  readonly from: number;
  readonly to: number;
  /** Values at or below 0 have no place on a log axis. */
  readonly log: boolean;
}

const maxCrosses = 200;
const dashes: Readonly<Record<string, NonNullable<LineMark['dash']>>> = {
  validation: 'dashed',
  test: 'dotted',
};

/** The line of a curve, its raw values in shadow when it is smoothed, its band, and what is not finite. */
export function curveMarks(curve: DrawnCurve, style: CurveStyle): readonly Mark[] {
  const kept = decimate(curve.x, curve.y, style.buckets, style.from, style.to);
  const raw = lineOf(curve, curve.y, kept, style);
  const band = bandOf(curve, kept, style);
  const lines: readonly Mark[] =
    curve.smooth === null
      ? [raw]
      : [{ ...raw, faint: true }, lineOf(curve, curve.smooth, kept, style)];
  const crosses = crossesOf(curve, kept, style);
  return [...(band === null ? [] : [band]), ...lines, ...(crosses === null ? [] : [crosses])];
}

function lineOf(
  curve: DrawnCurve,
  values: Float64Array,
  kept: Int32Array,
  style: CurveStyle,
): LineMark {
  const { rows } = curve;
  const keptRows = rows === null ? null : kept.map(i => rows[i]!);
  return {
    kind: 'line',
    name: curve.name,
    tone: style.tone,
    axis: style.axis,
    dash: dashes[curve.series.split ?? ''] ?? 'solid',
    x: Float64Array.from(kept, i => curve.x[i]!),
    y: Float64Array.from(kept, i => drawable(values[i]!, style.log)),
    ...(keptRows === null ? {} : linesOf(keptRows, curve.placeOf)),
  };
}

function drawable(value: number, log: boolean): number {
  return Number.isFinite(value) && !(log && value <= 0) ? value : Number.NaN;
}

function bandOf(curve: DrawnCurve, kept: Int32Array, style: CurveStyle): Mark | null {
  const { low, high } = curve;
  if (low === null || high === null) return null;
  return {
    kind: 'band',
    name: `${curve.name}, spread`,
    tone: style.tone,
    axis: style.axis,
    of: curve.name,
    x: Float64Array.from(kept, i => curve.x[i]!),
    low: Float64Array.from(kept, i => drawable(low[i]!, style.log)),
    high: Float64Array.from(kept, i => drawable(high[i]!, style.log)),
  };
}

/** NaN and infinite values as crosses along the top edge, -Infinity along the bottom. */
function crossesOf(curve: DrawnCurve, kept: Int32Array, style: CurveStyle): PointsMark | null {
  const odd = kept.filter(i => !Number.isFinite(curve.y[i]!)).slice(0, maxCrosses);
  if (odd.length === 0) return null;
  const [low, high] = finiteRange(curve.y);
  return {
    kind: 'points',
    name: `${curve.name}, not finite`,
    tone: { meaning: 'bad' },
    axis: style.axis,
    shape: 'cross',
    x: Float64Array.from(odd, i => curve.x[i]!),
    y: Float64Array.from(odd, i => (curve.y[i] === Number.NEGATIVE_INFINITY ? low : high)),
    labels: Array.from(odd, i => String(curve.y[i]!)),
  };
}

/** Smallest and largest finite value; 0 and 1 when there is none. */
export function finiteRange(values: Float64Array): readonly [number, number] {
  const [low, high] = finiteExtent(values);
  return low <= high ? [low, high] : [0, 1];
}
