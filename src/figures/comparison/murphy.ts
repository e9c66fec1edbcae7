import { type CommonRows, commonRowsText, picked } from '../../core/comparison/commonRows';
import { comparedModels } from '../../core/comparison/comparedModels';
import { positiveProbability } from '../../core/measures/trueProbability';
import { memoOf } from '../../core/memo/memoOf';
import { modelTitle } from '../../core/modelTitle';
import type { PredictionData } from '../../core/predictionData';
import type {
  BinaryModelSamples,
  ModelSamples,
  RegressionModelSamples,
} from '../../core/samples/modelSamples';
import { extent } from '../../core/statistics/extent';
import type { Control, DataTable, Figure, FigureOptions, Mark } from '../../shared/figure';
import { listed } from '../../shared/text';
import { padded } from '../drawing/padded';
import type { PredictionFigure } from '../figureDefinition';
import { textOption } from '../options';
import { chosenModels } from './chosenModels';
import { dominance } from './dominance';
import { type Functional, murphyCurve } from './murphyCurve';

const title = 'Murphy diagram';
const maxVertices = 1900;
const tableRows = 101;

/** Mean elementary scores over the threshold: whoever is lower everywhere wins under every fitting loss. */
export const murphy: PredictionFigure = {
  title,
  about: 'Whether one model is better for every use of the forecast.',
  applies: data => comparedModels(data, hasForecast).models.length > 1,
  build,
};

type WithForecast = RegressionModelSamples | BinaryModelSamples;

function hasForecast(model: ModelSamples): model is WithForecast {
  if (model.task === 'regression') return true;
  return (
    model.task === 'binary' && (model.probability !== undefined || model.marginIsLogit === true)
  );
}

function build(data: PredictionData, options: FigureOptions): Figure {
  const { models, indices, common, controls } = chosenModels(data, options, hasForecast);
  const regression = models[0]?.task === 'regression';
  const functional = regression
    ? textOption<Functional>(options, 'functional', ['mean', 'median'], 'mean')
    : 'mean';
  const { grid, curves } = memoOf(data).get(`murphy ${functional} of ${indices.join(' ')}`, () => {
    const forecasts = models.map((model, m) => forecastOf(model, common.samples[m]!));
    return curvesOf(forecasts, gridOf(forecasts, regression), functional);
  });
  const names = models.map(modelTitle);
  return {
    id: 'murphy',
    title,
    reading: `${reading(names, curves, functional, regression)}${commonRowsText(models, common)}`,
    controls: [...controls, ...(regression ? [functionalControl(functional)] : [])],
    panels: [
      {
        kind: 'plot',
        x: { label: regression ? 'threshold' : 'threshold of the probability', scale: 'linear' },
        y: { label: 'mean elementary score', scale: 'linear', min: 0 },
        marks: curves.map((y, m): Mark => {
          return { kind: 'line', name: names[m]!, tone: { series: indices[m]! }, x: grid, y };
        }),
      },
    ],
    table: curveTable(names, grid, curves),
  };
}

function curvesOf(forecasts: readonly Forecast[], grid: Float64Array, functional: Functional) {
  const curves = forecasts.map(({ prediction, target }) =>
    murphyCurve(prediction, target, grid, functional),
  );
  return { grid, curves };
}

interface Forecast {
  readonly prediction: Float64Array;
  readonly target: Float64Array;
}

function forecastOf(model: WithForecast, samples: CommonRows['samples'][number]): Forecast {
  const prediction = model.task === 'regression' ? model.prediction : positiveProbability(model);
  const target = model.task === 'regression' ? model.target : Float64Array.from(model.target);
  return { prediction: picked(prediction, samples), target: picked(target, samples) };
}

function gridOf(forecasts: readonly Forecast[], regression: boolean): Float64Array {
  const ends = forecasts.flatMap(({ prediction, target }) => [
    ...extent(prediction),
    ...extent(target),
  ]);
  const [from, to] = regression ? padded(Math.min(...ends), Math.max(...ends)) : [0, 1];
  const length = Math.max(21, Math.min(401, Math.floor(maxVertices / forecasts.length)));
  return Float64Array.from({ length }, (_, i) => from + ((to - from) * i) / (length - 1));
}

function functionalControl(value: Functional): Control {
  return {
    kind: 'choice',
    id: 'functional',
    label: 'Predictions of',
    value,
    options: [
      { value: 'mean', label: 'the mean' },
      { value: 'median', label: 'the median' },
    ],
  };
}

/** What the curves prove, for the thresholds drawn. */
function reading(
  names: readonly string[],
  curves: readonly Float64Array[],
  functional: Functional,
  regression: boolean,
): string {
  const aim = regression ? `the ${functional}` : 'a probability';
  const best = curves.findIndex((curve, m) =>
    curves.every((other, o) => o === m || ['first', 'equal'].includes(dominance(curve, other))),
  );
  if (best < 0)
    return `No curve is lowest at all ${curves[0]!.length} thresholds, so which model wins depends on the loss.`;
  const equals = names.filter(
    (_, m) => m !== best && dominance(curves[best]!, curves[m]!) === 'equal',
  );
  if (equals.length === names.length - 1)
    return `${listed([names[best]!, ...equals])} have the same curve.`;
  return `The curve of ${listed([names[best]!, ...equals])} is lowest at all ${curves[0]!.length} thresholds: the best model here under every loss made for ${aim}.`;
}

function curveTable(
  names: readonly string[],
  grid: Float64Array,
  curves: readonly Float64Array[],
): DataTable {
  const step = Math.max(1, Math.ceil(grid.length / tableRows));
  const shown = [...grid.keys()].filter(i => i % step === 0);
  return {
    caption: 'Mean elementary score by threshold',
    columns: ['threshold', ...names].map(label => ({ label, numeric: true })),
    rows: shown.map(i => ({ cells: [grid[i]!, ...curves.map(curve => curve[i]!)] })),
    omitted: grid.length - shown.length,
  };
}
