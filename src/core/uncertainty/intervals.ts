import type { IntervalMethod } from '../../shared/lossReport';
import type { MetricId, Parameters } from '../../shared/metricId';
import { catalogue, metricsOf } from '../catalogue/catalogue';
import type { FunctionOfMean } from '../catalogue/metricDefinition';
import { evaluate } from '../report/evaluate';
import type { ModelSamples } from '../samples/modelSamples';
import { lossInterval } from './lossInterval';
import { shareInterval } from './shareInterval';

/** 95 % intervals of the metrics that have one, and how each was found, or why there is none. */
export interface Intervals {
  readonly intervals: Readonly<Partial<Record<MetricId, readonly [low: number, high: number]>>>;
  readonly intervalMethod: Readonly<Partial<Record<MetricId, IntervalMethod>>>;
}

interface Found {
  readonly interval?: readonly [low: number, high: number];
  readonly method: IntervalMethod;
}

/**
 * 95 % intervals of one model, of shares of rows and of mean losses and what follows from them. Metrics that
 * are neither, or have no finite value, have none.
 */
export function intervals(
  model: ModelSamples,
  parameters: Parameters,
  metrics: readonly MetricId[] = metricsOf(model.task),
): Intervals {
  const values = valuesOf(model, parameters, metrics);
  const found = metrics.flatMap((id): readonly (readonly [MetricId, Found])[] => {
    const value = values[id];
    const own = value === undefined ? null : foundOf(model, id, value, parameters);
    return own === null ? [] : [[id, own]];
  });
  return {
    intervals: Object.fromEntries(
      found.flatMap(([id, { interval }]) => (interval === undefined ? [] : [[id, interval]])),
    ),
    intervalMethod: Object.fromEntries(found.map(([id, { method }]) => [id, method])),
  };
}

function foundOf(
  model: ModelSamples,
  id: MetricId,
  value: number,
  parameters: Parameters,
): Found | null {
  const { interval } = catalogue[id];
  if (interval === 'none') return null;
  if (interval === 'share') return ofShare(model, value);
  return ofMean(model, interval === 'mean' ? { of: id, map: mean => mean } : interval, parameters);
}

function ofMean(
  model: ModelSamples,
  { of, map, bare }: FunctionOfMean,
  parameters: Parameters,
): Found | null {
  const { classWeights: _, ...unweighted } = { ...parameters, labelSmoothing: 0 };
  const interval = lossInterval(model, of, bare ? unweighted : parameters, null);
  if (interval === null) return null;
  if ('none' in interval) return interval.none === fewRows ? { method: fewRows } : null;
  return { interval: [map(interval.low), map(interval.high)], method: 'skewness-corrected' };
}

const fewRows = 'too few rows';

function ofShare({ n, weight }: ModelSamples, share: number): Found {
  const interval = shareInterval(share, n, weight);
  if (interval === null) return { method: fewRows };
  return { interval: [interval.low, interval.high], method: 'wilson' };
}

function valuesOf(model: ModelSamples, parameters: Parameters, metrics: readonly MetricId[]) {
  const options = { parameters, metrics, worst: 0, lineOf: () => null, baseline: false };
  return evaluate([model], options)[0]!.values;
}
