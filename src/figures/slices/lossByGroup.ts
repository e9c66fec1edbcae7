import { sampleLossName } from '../../core/catalogue/sampleLossName';
import { memoOf } from '../../core/memo/memoOf';
import { modelTitle } from '../../core/modelTitle';
import type { PredictionData } from '../../core/predictionData';
import { rankingMetric } from '../../core/report/perSample';
import type { ModelSamples } from '../../core/samples/modelSamples';
import { featureWords, valueWords } from '../../core/slices/conditionText';
import type { Feature } from '../../core/slices/feature';
import { type Group, groupsOf } from '../../core/slices/groupsOf';
import type { Control, Figure, FigureOptions } from '../../shared/figure';
import { percent, significant } from '../../shared/text';
import type { PredictionFigure } from '../figureDefinition';
import { modelChoice } from '../modelChoice';
import { textOption } from '../options';
import type { DrawnGroup } from './drawnGroup';
import { groupPlot } from './groupPlot';
import { groupTable } from './groupTable';

const title = 'Loss by group';
/** Bars beyond this many are told in the table alone. */
const mostDrawn = 24;

/** What each group of a column costs, the costliest first, and which model is best in it. */
export const lossByGroup: PredictionFigure = {
  title,
  about: 'Which groups of rows cost the most, by any column.',
  applies: data => (data.features?.names() ?? []).length > 0,
  build,
};

function build(data: PredictionData, options: FigureOptions): Figure {
  const isAny = (model: ModelSamples): model is ModelSamples => model.n > 0;
  const choice = modelChoice(data, options, isAny);
  const { model } = choice;
  const columns = [...(data.features?.names() ?? []), ...(data.features?.used() ?? [])];
  const column = textOption(options, 'column', columns, columns[0]!);
  const features = data.features?.of(column) ?? [];
  const parts = features.map(featureWords);
  const part = textOption(options, 'part', parts, parts[0] ?? column);
  const feature = features[parts.indexOf(part)];
  const usual = column === data.features?.horizon ? 'value' : 'cost';
  const order = textOption(options, 'order', orders, usual);
  const byCost = feature === undefined ? [] : drawnGroups(data, model, feature);
  const groups = order === 'value' ? byCost.toSorted(byValue) : byCost;
  const lossName = sampleLossName(rankingMetric(model));
  return {
    id: 'slices',
    title,
    reading: reading(model, lossName, part, byCost),
    controls: [
      ...choice.controls,
      ...pick('column', 'By', column, columns),
      ...partControl(part, parts),
      orderControl(order),
    ],
    panels: [groupPlot(data, choice, lossName, part, groups.slice(0, mostDrawn))],
    table: groupTable(data, model, lossName, part, groups),
  };
}

function pick(
  id: string,
  label: string,
  value: string,
  values: readonly string[],
): readonly Control[] {
  const options = values.map(one => ({ value: one, label: one }));
  return [{ kind: 'choice', id, label, value, options }];
}

const orders = ['cost', 'value'] as const;

function orderControl(value: string): Control {
  const options = [
    { value: 'cost', label: 'what they cost' },
    { value: 'value', label: 'their value' },
  ];
  return { kind: 'choice', id: 'order', label: 'Groups by', value, options };
}

/** Numbers ascending, then names by the alphabet, then what has no value. */
function byValue(a: DrawnGroup, b: DrawnGroup): number {
  const [placeA, placeB] = [placeOf(a), placeOf(b)];
  return placeA === placeB ? a.name.localeCompare(b.name) : placeA - placeB;
}

function placeOf({ group }: DrawnGroup): number {
  const test = group.condition?.test;
  if (test === undefined || ('is' in test && test.is === null)) return Number.MAX_VALUE;
  if ('is' in test) return Number(test.is) || (test.is === '0' ? 0 : Number.MAX_VALUE / 2);
  return test.from ?? -Number.MAX_VALUE;
}

/** Of a date, what of it. */
function partControl(part: string, parts: readonly string[]): readonly Control[] {
  return parts.length > 1 ? pick('part', 'What of it', part, parts) : [];
}

function drawnGroups(
  data: PredictionData,
  model: ModelSamples,
  feature: Feature,
): readonly DrawnGroup[] {
  const ofModel = (one: ModelSamples) =>
    memoOf(one).get(`groups by ${featureWords(feature)}`, () => groupsOf(data, one, feature));
  const own = ofModel(model);
  const rivals = data.models.map(one => {
    if (one.split !== model.split) return new Map<string, Group>();
    return new Map(ofModel(one).map(group => [nameOf(group), group]));
  });
  return own.map(group => {
    const name = nameOf(group);
    return { name, group, others: rivals.map(groups => groups.get(name)) };
  });
}

function nameOf({ condition }: Group): string {
  return condition === null ? 'all others' : valueWords(condition);
}

function reading(
  model: ModelSamples,
  lossName: string,
  by: string,
  groups: readonly DrawnGroup[],
): string {
  const [first] = groups;
  if (first === undefined) return `${by} has no values to group by.`;
  const { n, loss, rest, share, excess } = first.group;
  const mean = `${modelTitle(model)} has a mean ${lossName} of ${significant(loss, 4)} where ${by} is ${first.name}`;
  if (!(excess > 0))
    return `${mean} (${n} of ${model.n} rows); no group of ${by} costs more than the rest.`;
  return `${mean} (${n} of ${model.n} rows, ${percent(share)} of the loss), against ${significant(rest, 4)} over the others; whether such a difference is more than chance is told by the interval.`;
}
