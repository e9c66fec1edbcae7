import type { ErrorView } from '../measures/errorView';
import type { Measured } from '../measures/measured';
import { Sum } from '../statistics/sum';
import type { Family, MetricDefinition } from './metricDefinition';

const shared = {
  tasks: ['regression'],
  measures: 'numbers',
  direction: 'lower',
  range: '0 and above',
  perfect: 0,
  parameters: [],
  sample: null,
  kind: 'score',
  interval: 'none',
  baseline: null,
  code: () => [],
} as const satisfies Partial<MetricDefinition>;

interface SeriesLoss {
  readonly weight: Sum;
  readonly loss: Sum;
  readonly scale: number;
}

/** The mean over series of `finish(mean loss / scale)`; series whose targets never change have none. */
function meanOverSeries(
  view: ErrorView,
  scaleOf: 'scale' | 'squaredScale',
  loss: (error: number) => number,
  finish: (ratio: number) => number,
): Measured {
  const { forecast, prediction, target, weight, n } = view;
  if (forecast === null) return null;
  const bySeries = new Map<number, SeriesLoss>();
  for (let i = 0; i < n; i++) {
    const code = forecast.series[i]!;
    let own = bySeries.get(code);
    if (own === undefined) {
      own = { weight: new Sum(), loss: new Sum(), scale: forecast[scaleOf][i]! };
      bySeries.set(code, own);
    }
    const w = weight?.[i] ?? 1;
    own.weight.add(w);
    own.loss.add(w * loss(prediction[i]! - target[i]!));
  }
  const usable = [...bySeries.values()].filter(own => own.scale > 0 && own.weight.value > 0);
  if (usable.length === 0) return { undefined: 'no series has targets that change' };
  const total = new Sum();
  for (const own of usable) total.add(finish(own.loss.value / own.weight.value / own.scale));
  const left = bySeries.size - usable.length;
  return { value: total.value / usable.length, note: scaleNote(forecast.season, left) };
}

function scaleNote(season: number, left: number): string {
  const lag = season === 1 ? 'the target before' : `the target ${season} steps before`;
  const without = left === 0 ? '' : `; left out: ${left} series whose targets never change`;
  return `scaled by the differences to ${lag}, of the targets in this file, which has no training data${without}`;
}

/** Mean pinball loss of one level over the samples that have it; null without any. */
function pinballOf(view: ErrorView, level: number, values: Float64Array): number | null {
  const total = new Sum();
  const weights = new Sum();
  for (let i = 0; i < view.n; i++) {
    const below = view.target[i]! - values[i]!;
    if (!Number.isFinite(below)) continue;
    const w = view.weight?.[i] ?? 1;
    weights.add(w);
    total.add(w * (below >= 0 ? level * below : (level - 1) * below));
  }
  return weights.value > 0 ? total.value / weights.value : null;
}

function meanPinball(view: ErrorView): Measured {
  const { quantiles } = view;
  if (quantiles === null) return null;
  const found = quantiles.flatMap(({ level, values }) => pinballOf(view, level, values) ?? []);
  if (found.length === 0) return { undefined: 'no row has a quantile' };
  const levels = quantiles.map(({ level }) => level).join(', ');
  const value = found.reduce((sum, x) => sum + x, 0) / found.length;
  return { value, note: `over the levels ${levels}` };
}

function weightedQuantileLoss(view: ErrorView): Measured {
  const mean = meanPinball(view);
  if (mean === null || 'undefined' in mean) return mean;
  const size = new Sum();
  const weights = new Sum();
  for (let i = 0; i < view.n; i++) {
    const w = view.weight?.[i] ?? 1;
    weights.add(w);
    size.add(w * Math.abs(view.target[i]!));
  }
  if (!(size.value > 0)) return { undefined: 'every target is zero' };
  return { ...mean, value: (2 * mean.value * weights.value) / size.value };
}

/** Losses of forecasts; only where the file says which series a row belongs to, or has several quantiles. */
export const forecastMetrics: Family<'mase' | 'rmsse' | 'mean_pinball' | 'wql'> = {
  mase: {
    ...shared,
    name: 'Mean absolute scaled error',
    formula: 'mean over series of MAE / mean of |target - target one season before|',
    tex: String.raw`\frac{1}{S} \sum_s \frac{\mathrm{MAE}_s}{\frac{1}{T - m} \sum_{t > m} |y_t - y_{t-m}|}`,
    measure: (view: ErrorView) => meanOverSeries(view, 'scale', Math.abs, x => x),
    note: 'Above 1 it is worse than the naive forecast is one season ahead. Hyndman and Koehler scale by the training data, which a file of predictions does not hold: here by the targets in the file.',
    source: 'Hyndman and Koehler 2006, Another look at measures of forecast accuracy',
  },
  rmsse: {
    ...shared,
    name: 'Root mean squared scaled error',
    formula: 'mean over series of the root of MSE / mean of (target - target one season before)^2',
    tex: String.raw`\frac{1}{S} \sum_s \sqrt{\frac{\mathrm{MSE}_s}{\frac{1}{T - m} \sum_{t > m} (y_t - y_{t-m})^2}}`,
    measure: (view: ErrorView) => meanOverSeries(view, 'squaredScale', e => e * e, Math.sqrt),
    note: 'The M5 competition scales by the training data and weighs the series by their sales: here by the targets in the file, every series alike.',
    source: 'Makridakis, Spiliotis and Assimakopoulos 2022, M5 accuracy competition',
  },
  mean_pinball: {
    ...shared,
    name: 'Mean pinball loss of all quantiles',
    formula: 'mean over levels of the mean of max(level (y - q), (level - 1) (y - q))',
    tex: String.raw`\frac{1}{K} \sum_\tau \frac{1}{n} \sum \max(\tau (y - q), (\tau - 1)(y - q))`,
    measure: meanPinball,
    note: 'Every level counts alike. Twice this, over very many levels, is the CRPS.',
    source: 'Koenker and Bassett 1978; scikit-learn mean_pinball_loss for each level',
  },
  wql: {
    ...shared,
    name: 'Weighted quantile loss',
    formula: 'mean over levels of 2 * sum of pinball losses / sum of |target|',
    tex: String.raw`\frac{1}{K} \sum_\tau \frac{2 \sum \max(\tau (y - q), (\tau - 1)(y - q))}{\sum |y|}`,
    measure: weightedQuantileLoss,
    note: 'As GluonTS prints it under mean_wQuantileLoss.',
    source: 'GluonTS Evaluator',
  },
};
