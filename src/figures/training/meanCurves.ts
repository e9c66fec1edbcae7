import type { DrawnCurve } from './drawnCurve';

/**
 * The mean over the runs of each quantity on each set of data, with a band of one standard deviation, at the
 * x that at least two runs share. A curve that one run alone has stays as it is.
 */
export function meanCurves(curves: readonly DrawnCurve[]): readonly DrawnCurve[] {
  const groups = new Map<string, DrawnCurve[]>();
  for (const curve of curves) {
    const key = `${curve.series.split} ${curve.series.quantity}`;
    groups.set(key, [...(groups.get(key) ?? []), curve]);
  }
  return [...groups.values()].map(group => (group.length === 1 ? group[0]! : meanOfGroup(group)));
}

function meanOfGroup(group: readonly DrawnCurve[]): DrawnCurve {
  const first = group[0]!;
  const values = new Map<number, number[]>();
  for (const { x, y, smooth } of group) {
    const drawn = smooth ?? y;
    for (let i = 0; i < x.length; i++) {
      if (!Number.isFinite(drawn[i]!)) continue;
      const at = values.get(x[i]!);
      if (at === undefined) values.set(x[i]!, [drawn[i]!]);
      else at.push(drawn[i]!);
    }
  }
  const x = Float64Array.from(
    [...values].filter(([, at]) => at.length > 1).map(([at]) => at),
  ).sort();
  const moments = Array.from(x, at => meanAndDeviation(values.get(at) ?? []));
  return {
    ...first,
    name: `mean of ${group.length} runs: ${first.series.name}`,
    run: null,
    x,
    y: Float64Array.from(moments, ({ mean }) => mean),
    smooth: null,
    low: Float64Array.from(moments, ({ mean, deviation }) => mean - deviation),
    high: Float64Array.from(moments, ({ mean, deviation }) => mean + deviation),
    rows: null,
  };
}

function meanAndDeviation(values: readonly number[]): {
  readonly mean: number;
  readonly deviation: number;
} {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return { mean, deviation: Math.sqrt(squares / (values.length - 1)) };
}
