import { sampleLossName } from '../../core/catalogue/sampleLossName';
import { commonRowsText } from '../../core/comparison/commonRows';
import { gapBetween } from '../../core/comparison/gapBetween';
import { gapText } from '../../core/comparison/gapText';
import { sharedLosses } from '../../core/comparison/sharedLosses';
import { type Standing, standing, tellingPair } from '../../core/comparison/standing';
import { modelsWith } from '../../core/modelsWith';
import { linesAt } from '../../core/places';
import type { PredictionData } from '../../core/predictionData';
import type { ModelSamples } from '../../core/samples/modelSamples';
import type { Control, Figure, FigureOptions, Mark, PointsMark } from '../../shared/figure';
import type { MetricId, Parameters } from '../../shared/metricId';
import { percent, significant } from '../../shared/text';
import type { PredictionFigure } from '../figureDefinition';
import { lossChoice } from '../lossControls';
import { textOption } from '../options';
import { movedParameters, parameterSlider } from '../parameterControls';
import { type ChosenModels, chosenModels } from './chosenModels';
import { gapTable, standingsTable } from './gapTable';

const title = 'Accuracy against loss';

/** Models by accuracy and mean loss, and the rows that set two of them apart; of one model there is none. */
export const accuracyVersusLoss: PredictionFigure = {
  title,
  about: 'Models by accuracy and loss, and where the gap between two comes from.',
  // A single model is a dot.
  applies: data => {
    const splits = modelsWith(data, hasAccuracy).map(({ split }) => split);
    return new Set(splits).size < splits.length;
  },
  build,
};

function hasAccuracy(model: ModelSamples): model is Exclude<ModelSamples, { task: 'errors' }> {
  return model.task !== 'errors';
}

type WithAccuracy = Exclude<ModelSamples, { task: 'errors' }>;

interface Request {
  readonly data: PredictionData;
  readonly compared: ChosenModels<WithAccuracy>;
  readonly parameters: Parameters;
  readonly metric: MetricId;
  readonly standings: readonly Standing[];
  /** Places of the two models whose gap is split, within `compared`. */
  readonly pair: readonly [number, number];
}

function build(data: PredictionData, options: FigureOptions): Figure {
  const compared = chosenModels(data, options, hasAccuracy);
  const parameters = movedParameters(data.parameters, options);
  const losses = sharedLosses(compared.models);
  const metric = textOption(options, 'loss', losses, losses[0] ?? 'zero_one');
  const standings = compared.models.map((model, m) =>
    standing(model, compared.common.samples[m]!, metric, parameters),
  );
  const telling = tellingPair(standings);
  const places = standings.map((_, m) => String(m));
  const pair = [
    Number(textOption(options, 'first', places, String(telling[0]))),
    Number(textOption(options, 'second', places, String(telling[1]))),
  ] as const;
  const request = { data, compared, parameters, metric, standings, pair };
  return {
    id: 'accuracy-versus-loss',
    title,
    ...comparison(request),
    controls: controls(request, losses),
    panels: [
      {
        kind: 'plot',
        x: { label: accuracyLabel(request), scale: 'linear' },
        y: { label: `mean ${sampleLossName(metric)}`, scale: 'linear' },
        marks: standings.flatMap((standing, m) =>
          standingMarks(standing, compared.indices[m]!, roof(standings)),
        ),
      },
    ],
  };
}

function accuracyLabel({ compared, parameters }: Request): string {
  return compared.models[0]?.task === 'regression'
    ? `share with |error| <= ${significant(parameters.tolerance)} |target|`
    : 'accuracy';
}

function controls(
  { compared, parameters, metric, standings, pair }: Request,
  losses: readonly MetricId[],
): Control[] {
  const tolerance =
    compared.models[0]?.task === 'regression'
      ? [parameterSlider('tolerance', parameters, undefined)]
      : [];
  const options = standings.map((standing, m) => ({ value: String(m), label: standing.name }));
  const pairControls = (['first', 'second'] as const).map(
    (id, side): Control => ({
      kind: 'choice',
      id,
      label: side === 0 ? 'Gap between' : 'and',
      value: String(pair[side]),
      options,
    }),
  );
  return [
    ...compared.controls,
    ...lossChoice(metric, losses),
    ...tolerance,
    ...(standings.length > 2 ? pairControls : []),
  ];
}

/** Reading and table: the split gap of the pair, or where the only model stands. */
function comparison(request: Request): Pick<Figure, 'reading' | 'table'> {
  const { data, compared, metric, parameters, standings, pair } = request;
  const loss = sampleLossName(metric);
  const only = standings[0]!;
  if (pair[0] === pair[1]) {
    const reading = `${only.name}: ${accuracyLabel(request)}: ${percent(only.accuracy)}; mean ${loss}: ${significant(only.loss)}.`;
    return { reading, table: standingsTable(standings, loss) };
  }
  const [a, b] = pair;
  const gap = gapBetween(compared, pair, metric, parameters);
  const samples = compared.common.samples[a]!;
  const names = {
    models: [standings[a]!.name, standings[b]!.name] as const,
    loss,
    binary: compared.models[a]!.task === 'binary',
    linesOf: (shared: readonly number[]) =>
      linesAt(
        data,
        compared.models[a]!,
        shared.map(i => samples?.[i] ?? i),
      ),
  };
  const reading = `${gapText(gap, names)}${commonRowsText(compared.models, compared.common)}`;
  return { reading, table: gapTable(gap, names) };
}

/** Where a model with an infinite loss is drawn: above all others. */
function roof(standings: readonly Standing[]): number {
  const tops = standings
    .map(({ loss, lossInterval }) => lossInterval?.high ?? loss)
    .filter(Number.isFinite);
  return tops.length > 0 ? Math.max(...tops) * 1.15 || 1 : 1;
}

function standingMarks(standing: Standing, series: number, roof: number): readonly Mark[] {
  const { name, accuracy, loss, accuracyInterval, lossInterval } = standing;
  const finite = Number.isFinite(loss);
  const tone = { series };
  const y = finite ? loss : roof;
  const point: PointsMark = {
    kind: 'points',
    name: finite ? name : `${name} (infinite loss)`,
    tone,
    shape: finite ? 'circle' : 'triangle',
    x: Float64Array.of(accuracy),
    y: Float64Array.of(y),
    labels: [name],
    ...(lossInterval && {
      low: Float64Array.of(lossInterval.low),
      high: Float64Array.of(lossInterval.high),
    }),
  };
  if (accuracyInterval === null) return [point];
  const across: Mark = {
    kind: 'line',
    name: `${name}, 95 % interval of the accuracy`,
    of: point.name,
    tone,
    faint: true,
    x: Float64Array.of(accuracyInterval.low, accuracyInterval.high),
    y: Float64Array.of(y, y),
  };
  return [across, point];
}
