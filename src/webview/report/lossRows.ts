import type { ModelReport } from '../../shared/lossReport';
import type { MetricId } from '../../shared/metricId';
import type { Inspection, MetricInfo } from '../../shared/protocol/inspection';

/** The metrics a table shows: all of the task, or the first ones that the person or the task wants. */
export function shownMetrics(
  inspection: Inspection,
  wanted: readonly MetricId[],
  all: boolean,
): readonly MetricInfo[] {
  const known = inspection.metrics;
  if (all) return known;
  const byId = new Map(known.map(metric => [metric.id, metric]));
  const chosen = wanted.flatMap(id => byId.get(id) ?? []);
  const first = chosen.length > 0 ? chosen : inspection.first.flatMap(id => byId.get(id) ?? []);
  return first.slice(0, 6);
}

/** A value of the report. What JSON could not carry arrives as a word or as null: it was not finite. */
export function metricValue(model: ModelReport, id: MetricId): number | undefined {
  const value = model.values[id] as number | string | null | undefined;
  if (value === undefined) return undefined;
  if (value === null) return Number.POSITIVE_INFINITY;
  return typeof value === 'number' ? value : Number(value);
}

/** Indexes of the models with the best value; none when there is nothing to compare. */
export function bestModels(
  models: readonly ModelReport[],
  metric: MetricInfo,
): ReadonlySet<number> {
  const ranks = models.map(model => rank(metricValue(model, metric.id), metric.direction));
  const best = Math.min(...ranks.filter(value => !Number.isNaN(value)));
  const winners = ranks.flatMap((value, i) =>
    value === best && Number.isFinite(value) ? [i] : [],
  );
  const compared = ranks.filter(value => !Number.isNaN(value)).length;
  return new Set(compared > 1 && winners.length < compared ? winners : []);
}

/** Smaller is better; NaN is no rank. */
function rank(value: number | undefined, direction: MetricInfo['direction']): number {
  if (value === undefined) return Number.NaN;
  if (direction === 'zero') return Math.abs(value);
  return direction === 'higher' ? -value : value;
}

/** The baseline all models share, or undefined when they have different ones or none. */
export function sharedBaseline(models: readonly ModelReport[], id: MetricId): number | undefined {
  const values = models.map(model => model.baseline?.[id]);
  const [first] = values;
  return values.every(value => value === first) ? (first ?? undefined) : undefined;
}

/** The models of two reports put together: what the later one knows wins. */
export function merged(
  models: readonly ModelReport[],
  more: readonly ModelReport[],
): readonly ModelReport[] {
  return models.map(model => {
    const other = more.find(m => m.name === model.name && m.split === model.split);
    if (other === undefined) return model;
    return {
      ...model,
      values: { ...model.values, ...other.values },
      undefined: { ...model.undefined, ...other.undefined },
      ...part('notes', model.notes, other.notes),
      ...part('baseline', model.baseline, other.baseline),
      ...part('skill', model.skill, other.skill),
      ...part('intervals', model.intervals, other.intervals),
      ...part('intervalMethod', model.intervalMethod, other.intervalMethod),
    };
  });
}

function part<K extends string, V extends object>(
  key: K,
  before: V | undefined,
  after: V | undefined,
): Partial<Record<K, V>> {
  return before === undefined && after === undefined
    ? {}
    : ({ [key]: { ...before, ...after } } as Record<K, V>);
}

/** Rows of text and numbers for copying: head first, then one row for each metric. */
export function copiedRows(
  models: readonly ModelReport[],
  metrics: readonly MetricInfo[],
): readonly (readonly (string | number | null)[])[] {
  const head = ['loss', ...models.map(titleOf)];
  const body = metrics.map(metric => [
    metric.name,
    ...models.map(
      model => metricValue(model, metric.id) ?? (metric.id in model.undefined ? 'undefined' : null),
    ),
  ]);
  return [head, ...body];
}

/** `ridge`, or `ridge (test)` where splits are reported apart. */
export function titleOf({ name, split }: Pick<ModelReport, 'name' | 'split'>): string {
  return split === null ? name : `${name} (${split})`;
}
