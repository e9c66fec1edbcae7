import { errorReader } from '../../core/measures/errorsOf';
import { normalQuantile } from '../../core/statistics/normalQuantile';
import { quantileOfSorted } from '../../core/statistics/quantileOfSorted';
import type { Plot } from '../../shared/figure';
import { maxPoints, placesOf } from '../drawing/drawnSamples';
import { errorSample } from './errorRange';
import { residualLabel } from './residualCloud';
import type { ResidualRequest } from './residualRequest';

/** Sorted residuals over the normal quantiles (i - 0.5) / n, with the line through both quartiles. */
export function normalPlot(request: ResidualRequest): Plot {
  const sorted = errorSample(request.model)
    .map(error => 0 - error)
    .reverse();
  const lower = quantileOfSorted(sorted, 0.25);
  const slope = (quantileOfSorted(sorted, 0.75) - lower) / (2 * normalQuantile(0.75));
  const reach = Math.abs(normalQuantile(0.5 / sorted.length));
  const middle = lower + slope * normalQuantile(0.75);
  return {
    kind: 'plot',
    x: { label: 'quantile of the normal distribution', scale: 'linear' },
    y: { label: residualLabel, scale: 'linear' },
    marks: [
      {
        kind: 'points',
        name: 'samples, sorted',
        tone: { series: request.index },
        ...(request.model.n <= maxPoints ? everySample(request) : someQuantiles(sorted)),
      },
      {
        kind: 'line',
        name: 'normal distribution',
        tone: { meaning: 'neutral' },
        dash: 'dashed',
        x: Float64Array.of(-reach, reach),
        y: Float64Array.of(middle - slope * reach, middle + slope * reach),
      },
    ],
  };
}

function everySample({ data, model }: ResidualRequest): {
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly rows: Int32Array;
  readonly lines: Int32Array;
} {
  const errorAt = errorReader(model);
  const order = Int32Array.from({ length: model.n }, (_, i) => i).sort(
    (a, b) => errorAt(b) - errorAt(a) || a - b,
  );
  return {
    x: Float64Array.from(order, (_, rank) => normalQuantile((rank + 0.5) / order.length)),
    y: Float64Array.from(order, i => 0 - errorAt(i)),
    ...placesOf(data, model, order),
  };
}

/** The outermost hundred on both sides one by one, the others at even distances. */
function someQuantiles(sorted: Float64Array): {
  readonly x: Float64Array;
  readonly y: Float64Array;
} {
  const n = sorted.length;
  const step = n / 1000;
  const ranks = new Set<number>();
  for (let i = 0; i < 100; i++) ranks.add(i).add(n - 1 - i);
  for (let at = 0; at < n; at += step) ranks.add(Math.floor(at));
  const shown = Int32Array.from(ranks).sort();
  return {
    x: Float64Array.from(shown, rank => normalQuantile((rank + 0.5) / n)),
    y: Float64Array.from(shown, rank => sorted[rank]!),
  };
}
