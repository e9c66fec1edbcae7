import { firstMetrics } from '../core/catalogue/catalogue';
import { thinnedUsable } from '../core/comparison/pickedUsable';
import type { FigureData } from '../core/figureData';
import { evaluate } from '../core/report/evaluate';
import { rankingMetric, sampleFill } from '../core/report/perSample';
import type { Usable } from '../core/samples/usable';
import type { ModelReport } from '../shared/lossReport';
import { type MetricId, metricIds } from '../shared/metricId';
import type { InspectOptions } from '../shared/protocol/inspection';

/** Beyond this many samples of all models, a report waits for the first metrics only. */
const mostSamples = 1_000_000;
/** Whether a metric exists depends on the columns, which a few rows show as well as all. */
const fewSamples = 64;

/** True when metrics that nobody asked for are not computed with the report. */
export function isLong(usable: readonly Usable[]): boolean {
  return usable.reduce((sum, { n }) => sum + n, 0) > mostSamples;
}

/** The metrics a report holds from the start; undefined means all. */
export function wantedMetrics(
  { samples, usable }: FigureData,
  { metrics }: InspectOptions,
): readonly MetricId[] | undefined {
  if (metrics !== undefined || !isLong(usable)) return metrics;
  return [...firstMetrics(samples.task), ...usable.map(rankingMetric)];
}

/** The metrics that the columns permit, computed or not, in the order of the table. */
export function availableMetrics(data: FigureData): readonly MetricId[] {
  const { parameters } = data;
  const options = { parameters, worst: 0, lineOf: () => null, baseline: false };
  return metricsIn(evaluate(fewOf(data), options));
}

/** Those of the metrics by which single rows have a loss. */
export function metricsOfRows(
  data: FigureData,
  metrics: readonly MetricId[],
): ReadonlySet<MetricId> {
  const few = fewOf(data);
  const ranks = (metric: MetricId): boolean =>
    few.some(model => sampleFill(model, metric, data.parameters) !== null);
  return new Set(metrics.filter(ranks));
}

function fewOf({ usable }: FigureData): readonly Usable[] {
  return usable.map(model => (model.n > fewSamples ? thinnedUsable(model, fewSamples) : model));
}

/** The metrics that some model has a value of, or the reason why it has none. */
export function metricsIn(models: readonly ModelReport[]): readonly MetricId[] {
  return metricIds.filter(id => models.some(model => id in model.values || id in model.undefined));
}
