import type { Interval } from '../../shared/lossReport';
import type { MetricId, Parameters } from '../../shared/metricId';
import { metricsOf, reductionOf } from '../catalogue/catalogue';
import { evaluate } from '../report/evaluate';
import { perSampleLoss, sampleFill } from '../report/perSample';
import type { Usable } from '../samples/usable';
import { meanAndError } from '../statistics/meanAndError';
import { sumOf } from '../statistics/sum';
import { normalInterval } from './normalInterval';
import { middle, resampledMeans, resamplesFor, strataOf } from './resample';
import { wilson } from './wilson';

/** Above this many rows the mean is normal enough. */
const mostResampled = 100_000;

/** Resamples of fewer rows repeat one another; an interval from them would be made up. */
const fewestResampled = 5;

const shares: readonly MetricId[] = ['accuracy', 'zero_one', 'within_tolerance', 'coverage'];

/** Metrics that are an increasing function of a mean loss. */
const functionsOfMeans: Readonly<
  Partial<Record<MetricId, { readonly of: MetricId; readonly map: (mean: number) => number }>>
> = {
  rmse: { of: 'mse', map: mean => Math.sqrt(Math.max(0, mean)) },
  rmsle: { of: 'msle', map: mean => Math.sqrt(Math.max(0, mean)) },
  perplexity: { of: 'log_loss', map: Math.exp },
};

type Intervals = Partial<Record<MetricId, Interval>>;

/**
 * 95 % intervals of one model: Wilson for shares of rows; for mean losses the percentiles of a seeded
 * bootstrap, within classes, up to 100 000 rows, and the normal interval above and where some rows have
 * no loss. Metrics that are no means, infinite or undefined have none.
 */
export function intervals(
  usable: Usable,
  parameters: Parameters,
  metrics: readonly MetricId[] = metricsOf(usable.task),
): Readonly<Partial<Record<MetricId, Interval>>> {
  const found: Intervals = sharesOf(usable, parameters, metrics);
  const means = meansWithin(usable, parameters, metrics);
  if (usable.n <= mostResampled) {
    const columns = means.map(id => lossColumn(usable, id, parameters));
    Object.assign(
      found,
      bootstrapOf(
        usable,
        columns.filter(column => column.complete),
      ),
    );
  }
  for (const id of means) {
    const losses = sampleFill(usable, id, parameters)!;
    found[id] ??= normalInterval(meanAndError(usable.n, losses, usable.weight));
  }
  for (const [id, { of, map }] of Object.entries(functionsOfMeans)) {
    const interval = isPlainMean(id as MetricId, parameters) ? found[of] : undefined;
    if (interval === undefined) continue;
    found[id as MetricId] = { ...interval, low: map(interval.low), high: map(interval.high) };
  }
  return found;
}

/** Smoothing belongs to the log loss alone; perplexity is of the bare one. */
function isPlainMean(id: MetricId, { labelSmoothing }: Parameters): boolean {
  return id !== 'perplexity' || labelSmoothing === 0;
}

interface LossColumn {
  readonly id: MetricId;
  readonly losses: Float64Array;
  /** False when some rows have no loss. */
  readonly complete: boolean;
}

/** Those of the metrics that are finite means of losses. */
function meansWithin(
  usable: Usable,
  parameters: Parameters,
  metrics: readonly MetricId[],
): readonly MetricId[] {
  if (usable.n < fewestResampled) return [];
  const ids = metrics.filter(
    id =>
      reductionOf(id) === 'mean' &&
      !shares.includes(id) &&
      !(id === 'log_loss' && parameters.classWeights !== undefined),
  );
  const { values } = valuesOf(usable, parameters, ids);
  return ids.filter(
    id => Number.isFinite(values[id]) && sampleFill(usable, id, parameters) !== null,
  );
}

function lossColumn(usable: Usable, id: MetricId, parameters: Parameters): LossColumn {
  const losses = perSampleLoss(usable, id, parameters)!;
  return { id, losses, complete: !losses.some(Number.isNaN) };
}

function valuesOf(usable: Usable, parameters: Parameters, metrics: readonly MetricId[]) {
  return evaluate([usable], {
    parameters,
    metrics,
    worst: 0,
    lineOf: () => null,
    baseline: false,
  })[0]!;
}

function sharesOf(usable: Usable, parameters: Parameters, metrics: readonly MetricId[]): Intervals {
  const wanted = shares.filter(id => metrics.includes(id));
  const { values } = valuesOf(usable, parameters, wanted);
  const n = effectiveRows(usable);
  const found: Intervals = {};
  for (const id of wanted) {
    const value = values[id];
    if (value !== undefined) found[id] = wilson(value, n);
  }
  return found;
}

/** Rows, or with weights the number of equally weighted rows that say as much (Kish). */
function effectiveRows({ n, weight }: Usable): number {
  if (weight === undefined) return n;
  const total = sumOf(n, i => weight[i]!);
  return (total * total) / sumOf(n, i => weight[i]! ** 2);
}

function bootstrapOf(usable: Usable, columns: readonly LossColumn[]): Intervals {
  if (columns.length === 0) return {};
  const { weight, n } = usable;
  const metrics = columns.length;
  const losses = new Float64Array(n * metrics);
  for (let m = 0; m < metrics; m++) {
    const column = columns[m]!.losses;
    for (let i = 0; i < n; i++) losses[i * metrics + m] = column[i]! * (weight?.[i] ?? 1);
  }
  const count = resamplesFor(n, metrics);
  const means = resampledMeans({ metrics, losses, weight }, strataOf(usable), count);
  const found: Intervals = {};
  columns.forEach(({ id }, m) => {
    found[id] = { ...middle(means[m]!), method: 'bootstrap' };
  });
  return found;
}
