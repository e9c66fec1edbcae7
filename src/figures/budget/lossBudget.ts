import { ownParameters } from '../../core/catalogue/ownParameters';
import { sampleLossName } from '../../core/catalogue/sampleLossName';
import { sharedLosses } from '../../core/comparison/sharedLosses';
import { type LossRanking, ranksCarrying, sumOfTop } from '../../core/fastPaths/lossRanking';
import { LatestMemo } from '../../core/memo/latestMemo';
import { memoOf } from '../../core/memo/memoOf';
import { modelTitle, shortened } from '../../core/modelTitle';
import type { PredictionData } from '../../core/predictionData';
import type { ModelSamples } from '../../core/samples/modelSamples';
import type { Control, Figure, FigureOptions } from '../../shared/figure';
import type { MetricId, Parameters } from '../../shared/metricId';
import { percent, plural, significant } from '../../shared/text';
import type { PredictionFigure } from '../figureDefinition';
import { lossChoice } from '../lossControls';
import { modelChoice } from '../modelChoice';
import { numberOption, textOption } from '../options';
import { movedParameters, parameterSlider, parametersOf } from '../parameterControls';
import type { Budget } from './budget';
import { budgetPanel, groupPanel } from './budgetPanels';
import { budgetTable, groupTable } from './budgetTable';
import { costFill, costsOf } from './costs';
import { type Grouping, type GroupShare, groupings, groupShares } from './groupShares';

const title = 'Loss budget';

/** Which rows carry how much of the loss, and what remains without the costliest. */
export const lossBudget: PredictionFigure = {
  title,
  about: 'How few rows carry how much of the loss.',
  applies: data => data.models.some(model => model.n > 0 && sharedLosses([model]).length > 0),
  build,
};

function build(data: PredictionData, options: FigureOptions): Figure {
  const able = (model: ModelSamples): model is ModelSamples => sharedLosses([model]).length > 0;
  const choice = modelChoice(data, options, able);
  const losses = sharedLosses([choice.model]);
  const metric = textOption(options, 'loss', losses, losses[0]!);
  const parameters = movedParameters(data.parameters, options);
  const budget = budgetOf(data, choice, metric, parameters, options);
  const ways = groupings(data);
  const by = textOption(options, 'by', ['row', ...ways.map(way => way.name)], 'row');
  const way = ways.find(({ name }) => name === by);
  return {
    id: 'loss-budget',
    title,
    controls: [
      ...choice.controls,
      ...lossChoice(metric, losses),
      ...parametersOf([metric]).map(name => parameterSlider(name, parameters, undefined)),
      ...byControl(by, ways),
      asideSlider(budget),
    ],
    ...(way === undefined ? byRow(budget) : byGroup(budget, metric, parameters, way)),
  };
}

type Parts = Pick<Figure, 'reading' | 'panels' | 'table'>;

function byRow(budget: Budget): Parts {
  return {
    reading: reading(budget, carriedByRows(budget)),
    panels: [budgetPanel(budget)],
    table: budgetTable(budget),
  };
}

function byGroup(budget: Budget, metric: MetricId, parameters: Parameters, way: Grouping): Parts {
  const { model, ranking } = budget;
  const costs = costFill(model, metric, parameters);
  const groups = memoOf(model)
    .get(`shares of ${metric} by ${way.name}`, () => new LatestMemo<readonly GroupShare[]>())
    .get(ownParameters(metric, parameters), () => groupShares(model, costs, ranking.total, way));
  return {
    reading: reading(budget, carriedByGroup(budget, groups, way)),
    panels: [groupPanel(budget, groups)],
    table: groupTable(budget, groups, way.name),
  };
}

function budgetOf(
  data: PredictionData,
  { model, index }: { readonly model: ModelSamples; readonly index: number },
  metric: MetricId,
  parameters: Parameters,
  options: FigureOptions,
): Budget {
  return {
    ...costsOf(model, metric, parameters),
    data,
    model,
    index,
    lossName: sampleLossName(metric),
    aside: Math.round(numberOption(options, 'aside', 0, 0, asideRange(model.n))),
  };
}

/** At most a tenth of the rows are set aside, ten where there are fewer than a hundred, never all. */
function asideRange(n: number): number {
  return Math.max(0, Math.min(n - 1, Math.max(10, Math.floor(n / 10))));
}

function asideSlider({ aside, model }: Budget): Control {
  const max = asideRange(model.n);
  return {
    kind: 'slider',
    id: 'aside',
    label: 'Set aside the costliest rows',
    value: aside,
    min: 0,
    max,
    step: Math.max(1, Math.floor(max / 500)),
    scale: 'linear',
  };
}

function byControl(value: string, ways: readonly Grouping[]): readonly Control[] {
  if (ways.length === 0) return [];
  const options = ['row', ...ways.map(way => way.name)].map(name => ({ value: name, label: name }));
  return [{ kind: 'choice', id: 'by', label: 'By', value, options }];
}

/** `carried` says who carries how much of the loss. */
function reading(budget: Budget, carried: string): string {
  const { model, ranking, lossName, infinite } = budget;
  const name = modelTitle(model);
  const endless =
    infinite > 0
      ? ` ${plural(infinite, 'row')} with an infinite loss ${infinite === 1 ? 'is' : 'are'} left out of the shares.`
      : '';
  if (ranking.total === 0) return `${name}: no row has a finite ${lossName} above 0.${endless}`;
  if (ranking.total === Number.POSITIVE_INFINITY)
    return `${name}: the ${lossName} adds up to more than a number can hold, so no row has a share of it.${endless}`;
  return `${name}: ${carried} of the ${lossName}.${endless}${asideText(budget)}`;
}

function carriedByRows({ model, ranking }: Budget): string {
  const carrying = tellingRank(ranking);
  const share = percent(sumOfTop(ranking, carrying) / ranking.total);
  return `${carrying} of ${plural(model.n, 'row')} ${carrying === 1 ? 'carries' : 'carry'} ${share}`;
}

/** The costliest group, whose share is to be compared with that of its rows. */
function carriedByGroup({ model }: Budget, groups: readonly GroupShare[], way: Grouping): string {
  const [costliest] = groups;
  if (costliest === undefined) return 'nothing carries any';
  const { name, count, share } = costliest;
  return `the rows where ${way.name} is ${shortened(name)}, ${percent(count / model.n)} of all, carry ${percent(share)}`;
}

/** Rows up to the steepest fall of the share: the fewest with 90 % of the loss, or half of it when many are needed. */
function tellingRank(ranking: LossRanking): number {
  const most = ranksCarrying(ranking, 0.9);
  return most * 2 <= ranking.n || ranking.n < 10 ? most : ranksCarrying(ranking, 0.5);
}

/** The mean loss before and after, over what is left. */
function asideText({ model, ranking, aside, lossName }: Budget): string {
  if (aside === 0) return '';
  const before = ranking.total / ranking.n;
  const after = (ranking.total - sumOfTop(ranking, aside)) / (ranking.n - aside);
  const weighted = model.weight === undefined ? '' : ' weighted';
  return ` Without the ${aside === 1 ? 'costliest row' : `${aside} costliest rows`} the mean${weighted} ${lossName} would be ${significant(after)} instead of ${significant(before)}; these rows are still part of the data.`;
}
