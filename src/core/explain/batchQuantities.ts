import type { MetricId, Parameters } from '../../shared/metricId';
import { perSampleLoss } from '../report/perSample';
import type { ModelSamples } from '../samples/modelSamples';
import type { Quantity } from './quantity';

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
export function batchQuantities(model: ModelSamples, parameters: Parameters): readonly Quantity[] {
  if (model.weight !== undefined) return [];
  return means.flatMap(({ id, name, kind }) => {
    const losses = perSampleLoss(model, id, parameters);
    if (losses === null || !losses.every(Number.isFinite)) return [];
    return batchSizes
      .filter(size => size < model.n)
      .flatMap((size): readonly Quantity[] => {
        const batches = batchMeans(losses, size);
        const whole = losses.length % size === 0 ? batches : batches.slice(0, -1);
        return [
          {
            text: `${name}, mean over batches of ${size} rows with a shorter last one`,
            value: meanOf(batches),
            kind,
            cost: 3,
          },
          {
            text: `${name} without the last, shorter batch of ${size}`,
            value: meanOf(whole),
            kind,
            cost: 3,
          },
          ...(id === 'mse'
            ? [
                {
                  text: `Mean of the RMSE of batches of ${size} rows`,
                  value: meanOf(batches.map(Math.sqrt)),
                  kind: 'score' as const,
                  cost: 4,
                },
              ]
            : []),
        ];
      });
  });
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
