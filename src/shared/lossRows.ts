import type { ModelReport } from './lossReport';
import type { MetricId } from './metricId';
import type { Inspection, MetricInfo } from './protocol/inspection';
import { significant } from './text';

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
  metric: Pick<MetricInfo, 'id' | 'direction'>,
): ReadonlySet<number> {
  const ranks = models.map(model =>
    isPooled(model) ? rank(metricValue(model, metric.id), metric.direction) : Number.NaN,
  );
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
    const other = more.find(m => isSameModel(m, model));
    if (other === undefined) return model;
    return {
      ...model,
      values: { ...model.values, ...other.values },
      undefined: { ...model.undefined, ...other.undefined },
      ...part('notes', model.notes, other.notes),
      ...part('baseline', model.baseline, other.baseline),
      ...part('skill', model.skill, other.skill),
      ...part('bounds', model.bounds, other.bounds),
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

/** What a table says about one loss of one model. */
export interface LossCell {
  readonly value: number | undefined;
  readonly isBest: boolean;
  /** The bounds of a value that is not exact, and the 95 % interval as ` (0.1 to 0.3)`, or why there is none; empty where nobody asked. */
  readonly interval: string;
  /** Why there is no value. */
  readonly reason: string | undefined;
}

/** What a table says about one loss. */
export interface LossRow<Metric> {
  readonly metric: Metric;
  /** One for each model. */
  readonly cells: readonly LossCell[];
  readonly baseline: number | undefined;
}

/** The rows of the table of losses, for documents that leave the editor; those of which nothing is known are left out. */
export function lossRows<Metric extends Pick<MetricInfo, 'id' | 'direction'>>(
  models: readonly ModelReport[],
  metrics: readonly Metric[],
): readonly LossRow<Metric>[] {
  const isKnown = ({ id }: Metric): boolean =>
    models.some(model => metricValue(model, id) !== undefined || id in model.undefined);
  return metrics.filter(isKnown).map(metric => {
    const best = bestModels(models, metric);
    return {
      metric,
      baseline: sharedBaseline(models, metric.id),
      cells: models.map((model, i) => ({
        value: metricValue(model, metric.id),
        isBest: best.has(i),
        interval: `${boundsText(model, metric.id)}${intervalText(model, metric.id)}`,
        reason: model.undefined[metric.id],
      })),
    };
  });
}

/** ` (certainly 0.1 to 0.3)` of a value that is not exact. */
export function boundsText({ bounds }: ModelReport, id: MetricId): string {
  const found = bounds?.[id];
  if (found === undefined) return '';
  const digits = digitsApart(...found);
  return ` (certainly ${significant(found[0], digits)} to ${significant(found[1], digits)})`;
}

/** So many that the ends are told apart, and one more. */
function digitsApart(low: number, high: number): number {
  const size = Math.max(Math.abs(low), Math.abs(high));
  return Math.min(15, Math.max(3, 2 + Math.ceil(Math.log10(size / (high - low)))));
}

/** ` (0.1 to 0.3)`, or why there is none. */
export function intervalText({ intervals, intervalMethod }: ModelReport, id: MetricId): string {
  const interval = intervals?.[id];
  if (interval !== undefined)
    return ` (${significant(interval[0], 3)} to ${significant(interval[1], 3)})`;
  const reason = intervalMethod?.[id];
  return reason === undefined ? '' : ` (${reason})`;
}

/** `202, best (150 to 260)`, the 95 % interval in brackets, or `undefined: no rows` */
export function lossCellText(
  { value, isBest, interval, reason }: LossCell,
  text: (value: number) => string,
): string {
  if (value === undefined) return reason === undefined ? '-' : `undefined: ${reason}`;
  return `${text(value)}${isBest ? ', best' : ''}${interval}`;
}

/** Head and rows of the table of losses as texts, with the baseline where the models share one. */
export function lossTexts(
  models: readonly ModelReport[],
  metrics: readonly Pick<MetricInfo, 'id' | 'direction' | 'name'>[],
  text: (value: number) => string,
): readonly (readonly string[])[] {
  const rows = lossRows(models, metrics);
  const withBaseline = rows.some(({ baseline }) => baseline !== undefined);
  const head = [
    models.some(model => model.intervals !== undefined) ? 'loss (95 % interval)' : 'loss',
    ...models.map(titleOf),
    ...(withBaseline ? ['baseline (best constant)'] : []),
  ];
  const body = rows.map(({ metric, cells, baseline }) => [
    metric.name,
    ...cells.map(cell => lossCellText(cell, text)),
    ...(withBaseline ? [baseline === undefined ? '-' : text(baseline)] : []),
  ]);
  return [head, ...body];
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

/** `ridge`, or `ridge (test)` where splits are reported apart, `ridge (fold 2)` for one of its folds. */
export function titleOf({
  name,
  split,
  fold = null,
}: Pick<ModelReport, 'name' | 'split' | 'fold'>): string {
  const part = fold === null ? split : `fold ${fold}`;
  return part === null ? name : `${name} (${part})`;
}

/** Whether two reports are of the same model on the same rows. */
export function isSameModel(a: ModelReport, b: ModelReport): boolean {
  return a.name === b.name && a.split === b.split && (a.fold ?? null) === (b.fold ?? null);
}

/** False for a report of one fold alone. */
export function isPooled({ fold = null }: ModelReport): boolean {
  return fold === null;
}
