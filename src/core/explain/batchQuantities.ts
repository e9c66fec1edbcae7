import type { MetricId, Parameters } from '../../shared/metricId';
import { remembered } from '../../shared/remembered';
import { perSampleLoss } from '../report/perSample';
import type { ModelSamples } from '../samples/modelSamples';
import type { Quantity } from './quantity';
import { inSteps, type Steps } from './steps';

const batchSizes = [8, 10, 16, 20, 32, 50, 64, 100, 128, 200, 256, 500, 512, 1000, 1024];

const means: readonly {
  readonly id: MetricId;
  readonly name: string;
  readonly kind: Quantity['kind'];
}[] = [
  { id: 'mse', name: 'Mean squared error', kind: 'squares' },
  { id: 'mae', name: 'Mean absolute error', kind: 'mean' },
  { id: 'log_loss', name: 'Log loss', kind: 'log' },
  { id: 'zero_one', name: 'Zero-one loss', kind: 'share' },
];

/**
 * What training loops print that average over batches: the mean of the batches' means, in which the rows of a
 * shorter last batch count more, the mean without that batch, and the mean of the batches' roots.
 */
export function batchQuantities(
  model: ModelSamples,
  parameters: Parameters,
): Steps<readonly Quantity[]> {
  if (model.weight !== undefined) return inSteps([]);
  const sizes = batchSizes.filter(size => size < model.n);
  return inSteps(
    means.flatMap(mean => {
      const losses = remembered(() => finiteLosses(model, mean.id, parameters));
      return sizes.map(size => () => ofBatches(mean, losses(model), size));
    }),
  );
}

/** Losses of single rows; null where a row has none that is finite. */
function finiteLosses(
  model: ModelSamples,
  id: MetricId,
  parameters: Parameters,
): Float64Array | null {
  const losses = perSampleLoss(model, id, parameters);
  return losses?.every(Number.isFinite) === true ? losses : null;
}

function ofBatches(
  { id, name, kind }: (typeof means)[number],
  losses: Float64Array | null,
  size: number,
): readonly Quantity[] {
  if (losses === null) return [];
  const batches = batchMeans(losses, size);
  const whole = losses.length % size === 0 ? batches : batches.slice(0, -1);
  const shorter: Quantity = {
    text: `${name}, mean over batches of ${size} rows with a shorter last one`,
    value: meanOf(batches),
    kind,
    cost: 3,
  };
  const without: Quantity = {
    text: `${name} without the last, shorter batch of ${size}`,
    value: meanOf(whole),
    kind,
    cost: 3,
  };
  if (id !== 'mse') return [shorter, without];
  const roots: Quantity = {
    text: `Mean of the RMSE of batches of ${size} rows`,
    value: meanOf(batches.map(Math.sqrt)),
    kind: 'score',
    cost: 4,
  };
  return [shorter, without, roots];
}

function batchMeans(losses: Float64Array, size: number): readonly number[] {
  const count = Math.ceil(losses.length / size);
  return Array.from({ length: count }, (_, b) => meanOf(losses.subarray(b * size, (b + 1) * size)));
}

function meanOf(values: ArrayLike<number> & Iterable<number>): number {
  let sum = 0;
  for (const value of values) sum += value;
  return sum / values.length;
}
