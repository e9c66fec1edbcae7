import type { MetricId, Parameters } from '../../../shared/metricId';
import { memoOf } from '../../memo/memoOf';
import { sampleLoss } from '../../report/perSample';
import type { ModelSamples } from '../../samples/modelSamples';
import { fastPaths } from '../fastPaths';
import { type Key, keyOf, modelOfKeys } from './keys';
import { spreadOf } from './spread';

/**
 * A model of some thousand weighted samples with the same mean loss, whatever the parameters: what a moved
 * slider asks. The model itself when it has few samples, or when the loss takes more than one number of each.
 */
export function sketch(
  model: ModelSamples,
  metric: MetricId,
  parameters: Parameters,
): ModelSamples {
  const key = model.n < fastPaths.sketch.from ? undefined : keyOf(model, metric, parameters);
  return key === undefined ? model : sketchBy(model, key);
}

function sketchBy(model: ModelSamples, key: Key): ModelSamples {
  return memoOf(model).get(`stand-in by ${key}`, () => {
    const { values, weights } = spreadOf(model, key, model.weight).nodes;
    return modelOfKeys(model, key, values, weights);
  });
}

/**
 * The `count` samples with the largest losses of a curve over the key, at most 500, worst first, ties by
 * index: a curve that never rises towards its middle is highest at its ends.
 */
export function costliest(
  model: ModelSamples,
  key: Key,
  metric: MetricId,
  parameters: Parameters,
  count: number,
): readonly number[] {
  const loss = sampleLoss(model, metric, parameters)!;
  const { highest, lowest } = spreadOf(model, key, model.weight);
  return [...new Set([...highest, ...lowest])]
    .map(i => ({ i, loss: loss(i) }))
    .sort((a, b) => (a.loss === b.loss ? a.i - b.i : b.loss - a.loss))
    .slice(0, count)
    .map(({ i }) => i);
}
