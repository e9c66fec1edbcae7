import { type QuantileLevel, quantileLevels } from '../../core/forecast/quantileLevels';
import { modelsWith } from '../../core/modelsWith';
import { modelTitle } from '../../core/modelTitle';
import type { PredictionData } from '../../core/predictionData';
import type { ModelSamples, RegressionModelSamples } from '../../core/samples/modelSamples';
import type { DataTable, Figure, FigureOptions, Plot } from '../../shared/figure';
import { percent, plural } from '../../shared/text';
import type { PredictionFigure } from '../figureDefinition';
import { modelChoice } from '../modelChoice';

const title = 'Coverage by Level';

/** The share of targets at or below each predicted quantile, beside the share that it promises. */
export const quantileCoverage: PredictionFigure = {
  title,
  about: 'Whether as many targets lie below each quantile as it promises.',
  applies: data => modelsWith(data, hasLevels).length > 0,
  build,
};

function hasLevels(model: ModelSamples): model is RegressionModelSamples {
  return model.task === 'regression' && (model.quantiles ?? []).length > 0;
}

function build(data: PredictionData, options: FigureOptions): Figure {
  const { model, index, controls } = modelChoice(data, options, hasLevels);
  const levels = quantileLevels(model);
  return {
    id: 'quantile-coverage',
    title,
    reading: `${modelTitle(model)}: ${reading(levels)}`,
    controls,
    panels: [plot(levels, index)],
    table: tableOf(modelTitle(model), levels),
  };
}

function plot(levels: readonly QuantileLevel[], series: number): Plot {
  const known = levels.filter(({ interval }) => interval !== null);
  return {
    kind: 'plot',
    x: { label: 'promised share at or below', scale: 'linear', min: 0, max: 1 },
    y: { label: 'observed share', scale: 'linear', min: 0, max: 1 },
    marks: [
      {
        kind: 'line',
        name: 'as promised',
        tone: { meaning: 'neutral' },
        dash: 'dashed',
        x: Float64Array.of(0, 1),
        y: Float64Array.of(0, 1),
      },
      {
        kind: 'line',
        name: 'observed',
        tone: { series },
        x: Float64Array.from(levels, ({ level }) => level),
        y: Float64Array.from(levels, ({ share }) => share),
      },
      {
        kind: 'points',
        name: '95 % interval',
        tone: { series },
        x: Float64Array.from(known, ({ level }) => level),
        y: Float64Array.from(known, ({ share }) => share),
        low: Float64Array.from(known, ({ interval }) => interval!.low),
        high: Float64Array.from(known, ({ interval }) => interval!.high),
        labels: known.map(({ n }) => plural(n, 'row')),
      },
    ],
  };
}

/** Names the level furthest from its promise among those whose interval leaves it out. */
function reading(levels: readonly QuantileLevel[]): string {
  const known = levels.filter(({ interval }) => interval !== null);
  if (known.length === 0) return 'too few rows to tell whether the quantiles keep their promise.';
  const off = ({ level, share }: QuantileLevel) => Math.abs(share - level);
  const outside = known.filter(
    ({ level, interval }) => level < interval!.low || level > interval!.high,
  );
  const [worst] = outside.toSorted((a, b) => off(b) - off(a));
  if (worst === undefined)
    return 'at every level the promised share lies within the interval of the observed one.';
  const { level, share, n, interval } = worst;
  return `at or below its quantile ${level} lie ${percent(share)} of the targets (${plural(n, 'row')}, ${percent(interval!.low)} to ${percent(interval!.high)}), ${percent(level)} were promised.`;
}

const heads = ['level', 'rows', 'pinball loss', 'at or below', 'from', 'to', 'less the promise'];

function tableOf(model: string, levels: readonly QuantileLevel[]): DataTable {
  return {
    caption: `Pinball loss of ${model} at each level, and the share of targets at or below it`,
    columns: heads.map(label => ({ label, numeric: true })),
    rows: levels.map(({ level, n, pinball, share, interval }) => ({
      cells: [
        level,
        n,
        pinball,
        share,
        interval?.low ?? null,
        interval?.high ?? null,
        share - level,
      ],
    })),
  };
}
