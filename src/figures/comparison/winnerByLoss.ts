import { definitionOf, ownLossesOf } from '../../core/catalogue/catalogue';
import { sampleLossName } from '../../core/catalogue/sampleLossName';
import { commonRowsText } from '../../core/comparison/commonRows';
import { type ComparedModels, comparedModels } from '../../core/comparison/comparedModels';
import { thinnedModels } from '../../core/comparison/pickedSamples';
import { rankedLosses } from '../../core/comparison/sharedLosses';
import { keyOf } from '../../core/fastPaths/sketch/keys';
import { memoOf } from '../../core/memo/memoOf';
import { modelTitle } from '../../core/modelTitle';
import type { PredictionData } from '../../core/predictionData';
import type { ModelSamples } from '../../core/samples/modelSamples';
import type { Control, DataTable, Figure, FigureOptions, Plot } from '../../shared/figure';
import type { MetricId, Parameters } from '../../shared/metricId';
import { listed, significant } from '../../shared/text';
import type { PredictionFigure } from '../figureDefinition';
import { textOption } from '../options';
import { chosenModels } from './chosenModels';
import { meanLosses } from './meanLosses';
import { parameterSweep, type Sweep, sweptParameters } from './parameterSweep';
import { sweepPlot, sweepText } from './sweepPlot';

const title = 'Does the winner depend on the loss?';

/** Ranks are settled long before this many rows; a dozen losses of more would keep a person waiting. */
const maxRows = 500_000;
/** The same where every value of the parameter takes a look at every row. */
const maxSwept = 50_000;

/** Models ranked under every loss, or along the parameter of one. */
export const winnerByLoss: PredictionFigure = {
  title,
  about: 'Which model wins under which loss.',
  applies,
  build,
};

function applies(data: PredictionData): boolean {
  const { models } = comparedModels(data, isAny);
  return models.length > 1 && rankedLosses(models).length > 1;
}

const isAny = (model: ModelSamples): model is ModelSamples => model.n > 0;

/** Mean losses: one row for each loss that all models have, one column for each model. */
interface Ranking {
  readonly losses: readonly MetricId[];
  readonly values: readonly (readonly number[])[];
  /** Of each model under each loss, 0 the best; equal losses share the better rank. */
  readonly ranks: readonly (readonly number[])[];
}

function build(data: PredictionData, options: FigureOptions): Figure {
  const compared = chosenModels(data, options, isAny);
  const names = compared.models.map(modelTitle);
  const losses = [
    ...rankedLosses(compared.models),
    ...ownLossesOf(data.samples.task, data.parameters),
  ];
  const along = sweptParameters.filter(({ metric }) => losses.includes(metric));
  const choice = textOption(options, 'along', ['losses', ...along.map(s => s.metric)], 'losses');
  const swept = along.find(({ metric }) => metric === choice);
  const memo = memoOf(data);
  const key = compared.indices.join(' ');
  const few = (most: number) =>
    memo.get(`${most} rows of ${key}`, () => thinnedModels(compared.models, compared.common, most));
  const ranked = few(maxRows);
  const ranking = memo.get(`ranking of ${key}`, () => rankingOf(ranked, losses, data.parameters));
  const figure = {
    id: 'winner-by-loss',
    title,
    controls: [...compared.controls, ...alongControl(choice, along)],
    table: rankingTable(names, ranking),
  } as const;
  if (swept === undefined) {
    const reading = `${winnerText(names, ranking)}${rowsText(compared, ranked)}`;
    return { ...figure, reading, panels: [rankPlot(names, compared.indices, ranking)] };
  }
  const rows = keyOf(ranked[0]!, swept.metric, data.parameters) ? ranked : few(maxSwept);
  const sweep = memo.get(`sweep of ${choice} of ${key}`, () =>
    parameterSweep(rows, swept, data.parameters),
  );
  const reading = `${sweepText(names, sweep)}${rowsText(compared, rows)}`;
  return { ...figure, reading, panels: [sweepPlot(names, compared.indices, sweep)] };
}

/** Says which rows the models are ranked on, where it is not all. */
function rowsText(
  { models, common }: ComparedModels<ModelSamples>,
  [ranked]: readonly ModelSamples[],
): string {
  return `${commonRowsText(models, common)}${thinnedText(common.n, ranked!.n)}`;
}

function thinnedText(all: number, ranked: number): string {
  return ranked < all ? ` Ranked on ${ranked} of ${all} rows, evenly spaced.` : '';
}

function alongControl(value: string, along: readonly Pick<Sweep, 'metric'>[]): readonly Control[] {
  if (along.length === 0) return [];
  const swept = along.map(({ metric }) => ({
    value: metric,
    label: `the parameter of the ${sampleLossName(metric)}`,
  }));
  const options = [{ value: 'losses', label: 'all losses' }, ...swept];
  return [{ kind: 'choice', id: 'along', label: 'Along', value, options }];
}

function rankingOf(
  models: readonly ModelSamples[],
  losses: readonly MetricId[],
  parameters: Parameters,
): Ranking {
  const rows = losses.map(metric => ({ metric, means: meanLosses(models, metric, parameters) }));
  const known = rows.filter(({ means }) => means.every(mean => !Number.isNaN(mean)));
  const values = known.map(row => row.means);
  return { losses: known.map(row => row.metric), values, ranks: values.map(ranksOf) };
}

function ranksOf(values: readonly number[]): number[] {
  const ranks = new Map<number, number>();
  for (const [rank, value] of Float64Array.from(values).sort().entries()) {
    // -0 and 0 are one key.
    if (!ranks.has(value)) ranks.set(value, rank);
  }
  return values.map(value => ranks.get(value)!);
}

/** Lines that cross where the order changes; the best model is at the top. */
function rankPlot(names: readonly string[], indices: readonly number[], ranking: Ranking): Plot {
  const { ranks } = ranking;
  const x = Float64Array.from(ranks, (_, loss) => loss);
  const last = names.length - 1;
  return {
    kind: 'plot',
    x: {
      label: 'loss',
      scale: 'linear',
      categories: ranking.losses.map(metric => definitionOf(metric).name),
    },
    y: {
      label: 'rank',
      scale: 'linear',
      categories: names.map((_, place) => (place === last ? 'best' : `rank ${last - place + 1}`)),
    },
    marks: names.flatMap((name, m) => {
      const y = Float64Array.from(ranks, row => last - row[m]!);
      const tone = { series: indices[m]! };
      return [
        { kind: 'line', name, tone, x, y },
        { kind: 'points', name: `${name}, by loss`, tone, of: name, x, y },
      ] as const;
    }),
  };
}

function winnerText(names: readonly string[], { losses, ranks }: Ranking): string {
  const winners = names.map((_, m) => losses.filter((_, loss) => ranks[loss]![m] === 0));
  const always = names.filter((_, m) => winners[m]!.length === losses.length);
  if (always.length > 1) return `${listed(always)} are level under all ${losses.length} losses.`;
  if (always.length === 1)
    return `${always[0]} wins everywhere: under all ${losses.length} losses.`;
  const parts = names.flatMap((name, m) =>
    winners[m]!.length === 0 ? [] : [`${name} under ${lossNames(winners[m]!)}`],
  );
  return `The winner depends on the loss: ${parts.join('; ')}.`;
}

function lossNames(losses: readonly MetricId[]): string {
  return listed(losses.map(sampleLossName));
}

function rankingTable(names: readonly string[], { losses, values, ranks }: Ranking): DataTable {
  return {
    caption: 'Mean loss of every model under every loss, lower is better',
    columns: [
      { label: 'loss', numeric: false },
      ...names.map(label => ({ label, numeric: true })),
      { label: 'best', numeric: false },
    ],
    rows: losses.map((metric, loss) => {
      const best = listed(names.filter((_, m) => ranks[loss]![m] === 0));
      const cells = values[loss]!.map(value =>
        Number.isFinite(value) ? value : significant(value),
      );
      return { cells: [definitionOf(metric).name, ...cells, best] };
    }),
  };
}
