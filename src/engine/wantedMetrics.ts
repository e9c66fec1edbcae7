import { firstMetrics } from '../core/catalogue/catalogue';
import { thinnedSamples } from '../core/comparison/pickedSamples';
import type { PredictionData } from '../core/predictionData';
import { evaluate } from '../core/report/evaluate';
import { rankingMetric, sampleFill } from '../core/report/perSample';
import type { ModelSamples } from '../core/samples/modelSamples';
import type { ModelReport } from '../shared/lossReport';
import { type MetricId, metricIds } from '../shared/metricId';
import { isOwnLoss } from '../shared/ownLoss';
import type { InspectOptions } from '../shared/protocol/inspection';

/** Beyond this many samples of all models, a report waits for the first metrics only. */
const maxSamples = 1_000_000;
/** Whether a metric exists depends on the columns, which a few rows show as well as all. */
const fewSamples = 64;

/** True when metrics that nobody asked for are not computed with the report. */
export function isLong(models: readonly ModelSamples[]): boolean {
  return models.reduce((sum, { n }) => sum + n, 0) > maxSamples;
}

/** The metrics a report holds from the start; undefined means all. */
export function wantedMetrics(
  { samples, models }: PredictionData,
  { metrics }: InspectOptions,
): readonly MetricId[] | undefined {
  if (metrics !== undefined || !isLong(models)) return metrics;
  return [...firstMetrics(samples.task), ...models.map(rankingMetric)];
}

/** The metrics that the columns permit, computed or not, in the order of the table. */
export function availableMetrics(data: PredictionData): readonly MetricId[] {
  const { parameters } = data;
  const options = { parameters, worst: 0, lineOf: () => null, baseline: false };
  return metricsIn(evaluate(fewOf(data), options));
}

/** Those of the metrics by which single rows have a loss. */
export function metricsOfRows(
  data: PredictionData,
  metrics: readonly MetricId[],
): ReadonlySet<MetricId> {
  const few = fewOf(data);
  const ranks = (metric: MetricId): boolean =>
    few.some(model => sampleFill(model, metric, data.parameters) !== null);
  return new Set(metrics.filter(ranks));
}

function fewOf({ models }: PredictionData): readonly ModelSamples[] {
  return models.map(model => (model.n > fewSamples ? thinnedSamples(model, fewSamples) : model));
}

/** The metrics that some model has a value of, or the reason why it has none. */
export function metricsIn(models: readonly ModelReport[]): readonly MetricId[] {
  const found = models.flatMap(({ values, undefined: missing }) => [
    ...Object.keys(values),
    ...Object.keys(missing),
  ]) as MetricId[];
  const known: ReadonlySet<MetricId> = new Set(found);
  return [...metricIds.filter(id => known.has(id)), ...[...known].filter(isOwnLoss)];
}
