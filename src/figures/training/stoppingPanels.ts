import { decimate } from '../../core/training/decimate';
import { lineOfValue } from '../../core/training/history';
import type { Mark, Panel } from '../../shared/figure';
import { linesOf } from './linesOf';
import { lossOf, type Stopping } from './stopping';

const buckets = 600;

/** The curve with the place where it stops, the weights that are kept, and the best of all. */
export function stoppingCurvePanel(stopping: Stopping): Panel {
  const { history, series, x, raw, seen, replay, smoothing } = stopping;
  const marks: Mark[] = [];
  const kept = decimate(x, raw, buckets);
  const pick = (values: Float64Array): Float64Array =>
    Float64Array.from(kept, i => (Number.isFinite(values[i]!) ? values[i]! : Number.NaN));
  const places = Float64Array.from(kept, i => x[i]!);
  const rows = kept.map(i => series.rows[i]!);
  const lines = rows.map(row => history.lineOf(row) ?? 0);
  const line = { kind: 'line', tone: { series: 0 }, x: places, rows, lines } as const;
  marks.push({ ...line, name: series.name, y: pick(raw), faint: smoothing > 0 });
  if (smoothing > 0) marks.push({ ...line, name: `${series.name}, smoothed`, y: pick(seen) });
  if (replay.stoppedAt !== null) marks.push(...stopMarks(x, replay.stoppedAt));
  marks.push(pointMark(stopping, stopping.bestAt, 'best of all', 'accent'));
  marks.push(pointMark(stopping, replay.keptAt, 'kept', 'good'));
  return {
    kind: 'plot',
    x: { label: history.x.name ?? 'row', scale: 'linear' },
    y: { label: series.quantity.replaceAll('_', ' '), scale: 'linear' },
    marks,
  };
}

function stopMarks(x: Float64Array, stoppedAt: number): readonly Mark[] {
  const rule: Mark = {
    kind: 'rule',
    name: 'stops here',
    tone: { meaning: 'warning' },
    along: 'x',
    value: x[stoppedAt]!,
  };
  if (stoppedAt === x.length - 1) return [rule];
  return [
    rule,
    {
      kind: 'region',
      name: 'not trained',
      tone: { meaning: 'neutral' },
      along: 'x',
      from: x[stoppedAt]!,
      to: x[x.length - 1]!,
    },
  ];
}

function pointMark(
  { history, series, x, raw }: Stopping,
  at: number,
  name: string,
  meaning: 'good' | 'accent',
): Mark {
  const row = series.rows[at]!;
  return {
    kind: 'points',
    name,
    tone: { meaning },
    shape: meaning === 'good' ? 'diamond' : 'circle',
    x: Float64Array.of(x[at]!),
    y: Float64Array.of(raw[at]!),
    ...linesOf(Int32Array.of(row), at => lineOfValue(history, series, at)),
  };
}

/** What is lost against the best value, and how much is trained, for every patience. */
export function tradeOffPanel(stopping: Stopping): Panel {
  const { tradeOff, rule, raw } = stopping;
  const patience = Float64Array.from(tradeOff, one => one.patience);
  const lost = Float64Array.from(tradeOff, ({ keptAt }) => lossOf(stopping, keptAt));
  const trained = Float64Array.from(tradeOff, ({ saved }) => (raw.length - saved) / raw.length);
  const kept = decimate(patience, lost, buckets);
  const pick = (values: Float64Array): Float64Array => Float64Array.from(kept, i => values[i]!);
  return {
    kind: 'plot',
    share: 0.6,
    x: { label: 'patience', scale: 'linear' },
    y: { label: 'worse by', scale: 'linear', min: 0 },
    y2: { label: 'share trained', scale: 'linear', min: 0, max: 1 },
    marks: [
      {
        kind: 'line',
        name: 'worse than the best by',
        tone: { series: 0 },
        step: true,
        x: pick(patience),
        y: pick(lost),
      },
      {
        kind: 'line',
        name: 'share of the run trained',
        tone: { series: 1 },
        axis: 'y2',
        dash: 'dashed',
        step: true,
        x: pick(patience),
        y: pick(trained),
      },
      {
        kind: 'rule',
        name: 'patience',
        tone: { meaning: 'accent' },
        along: 'x',
        value: rule.patience,
      },
    ],
  };
}
