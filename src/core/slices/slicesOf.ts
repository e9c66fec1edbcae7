import type { MetricId } from '../../shared/metricId';
import { hasErrors } from '../measures/errorsOf';
import type { PredictionData } from '../predictionData';
import { perSampleLoss, rankingMetric } from '../report/perSample';
import type { ModelSamples } from '../samples/modelSamples';
import { type Disguise, disguises } from './disguises';
import { findSlices, type Pause, type Slice } from './findSlices';
import { numbersAt, positionsOf, wholeAt } from './gather';
import { groupLoss } from './groupLoss';
import { halvesOf } from './halves';
import { membership } from './membership';
import { rowsOf } from './rowsOf';

/** What was found for one model. */
export interface SlicesFound {
  readonly metric: MetricId;
  readonly slices: readonly ModelSlice[];
  /** Columns that are the target or the loss in another form. */
  readonly disguises: readonly Disguise[];
}

/** A slice and its samples, ascending. */
export interface ModelSlice extends Slice {
  readonly samples: Int32Array;
}

/** Enough samples to find what costs anything; of more, evenly spaced ones are searched. */
const mostSearched = 2 ** 18;
const leastSearched = 60;
/** Classes whose indicators show a target in disguise. */
const mostClasses = 50;

/**
 * The groups where a model fails: searched on a sample of long tables, then counted over all rows. Null where
 * the losses do not permit a search: too few, infinite, or all the same.
 */
export async function slicesOf(
  data: PredictionData,
  model: ModelSamples,
  pause?: Pause,
): Promise<SlicesFound | null> {
  const features = data.features?.all() ?? [];
  const metric = finiteRanking(data, model);
  if (metric === null || model.n < leastSearched || features.length === 0) return null;
  const losses = perSampleLoss(model, metric, data.parameters)!;
  const rows = rowsOf(model);
  const at = spaced(model.n, mostSearched);
  const pick = (values: Float64Array) => numbersAt(values, at);
  const some = {
    losses: pick(losses),
    rows: wholeAt(rows, at),
    ...(model.task === 'regression' && { predictions: pick(model.prediction) }),
  };
  const hidden = disguises(features, some.rows, some.losses, targetsOf(model).map(pick));
  const open = features.filter(feature =>
    hidden.every(disguise => disguise.feature.column !== feature.column),
  );
  const halves = halvesOf(some.rows, some.losses, open, data.features?.keys());
  const found = await findSlices({ ...some, halves, features: open }, pause);
  const slices = found.map(slice => counted(slice, losses, model.weight, rows));
  return {
    metric,
    disguises: hidden,
    slices: slices.filter(({ excess }) => excess > 0).sort((a, b) => b.excess - a.excess),
  };
}

/** The numbers of a slice over all rows. */
function counted(
  slice: Slice,
  losses: Float64Array,
  weight: Float64Array | undefined,
  rows: Int32Array,
): ModelSlice {
  const isIn = membership(slice.where, rows);
  return {
    ...slice,
    ...groupLoss(losses, weight, i => isIn[i] === 1),
    samples: positionsOf(isIn, 1),
  };
}

function spaced(n: number, most: number): Int32Array {
  const step = Math.max(1, Math.ceil(n / most));
  return Int32Array.from({ length: Math.floor(n / step) }, (_, k) => k * step);
}

/** The metric that ranks the rows, right and wrong where it is infinite for some; null without a finite one. */
function finiteRanking({ parameters }: PredictionData, model: ModelSamples): MetricId | null {
  const candidates: readonly MetricId[] = hasErrors(model)
    ? [rankingMetric(model)]
    : [rankingMetric(model), 'zero_one'];
  const hasFinite = (metric: MetricId) =>
    perSampleLoss(model, metric, parameters)?.every(Number.isFinite) === true;
  return candidates.find(hasFinite) ?? null;
}

/** The target as numbers, or an indicator for each of its classes. */
function targetsOf(model: ModelSamples): readonly Float64Array[] {
  if (model.task === 'errors') return [];
  if (model.task === 'regression') return [model.target];
  const { target } = model;
  return model.classes
    .slice(0, mostClasses)
    .map((_, code) => Float64Array.from(target, own => Number(own === code)));
}
