import type { MetricId, Parameters } from '../../shared/metricId';
import { hasProbability, predictedFill, truthFill } from '../measures/trueProbability';
import { areWithin } from '../measures/withinTolerance';
import { sampleFill } from '../report/perSample';
import type { ModelSamples } from '../samples/modelSamples';
import { type Fill, fillLength } from '../statistics/fill';
import { picked, pickedFill } from './commonRows';

/** One model sample by sample: whether it is right, what it costs, how sure it is of the truth. */
export interface Judged {
  readonly n: number;
  /** 1 where the label is right, or the error within the tolerance. */
  readonly right: Fill;
  readonly loss: Fill;
  /** Probability of the true class. */
  readonly probability: Fill | null;
  /** Probability of the predicted class. */
  readonly confidence: Fill | null;
  readonly weight: Float64Array | undefined;
}

/** The samples of a model at `samples`, all when null; null when it does not have the loss. */
export function judged(
  model: ModelSamples,
  metric: MetricId,
  parameters: Parameters,
  samples: Int32Array | null,
): Judged | null {
  const loss = sampleFill(model, metric, parameters);
  if (loss === null) return null;
  const own = (fill: Fill) => pickedFill(model.n, fill, samples);
  return {
    n: samples?.length ?? model.n,
    right: own(rightFill(model, parameters.tolerance)),
    loss: own(loss),
    probability: hasProbability(model) ? own(truthFill(model)) : null,
    confidence: hasProbability(model) ? own(predictedFill(model)) : null,
    weight: model.weight && picked(model.weight, samples),
  };
}

/** Loss of the second less that of the first, of samples that are common and aligned. */
export function lossDifference(first: Judged, second: Judged): Fill {
  const room = new Float64Array(fillLength);
  return (from, out) => {
    const losses = room.subarray(0, out.length);
    second.loss(from, out);
    first.loss(from, losses);
    for (let i = 0; i < out.length; i++) out[i]! -= losses[i]!;
  };
}

/** 1 where the prediction counts as right: within the tolerance, or the label is the true one. */
function rightFill(model: ModelSamples, tolerance: number): Fill {
  if (model.task === 'errors') return (from, out) => areZero(model.error, from, out);
  if (model.task !== 'regression')
    return (from, out) => areEqual(model.predicted, model.target, from, out);
  return (from, out) => areWithin(model, tolerance, from, out);
}

function areZero(values: Float64Array, from: number, out: Float64Array): void {
  for (let i = 0; i < out.length; i++) out[i] = Number(values[from + i] === 0);
}

function areEqual(a: Int32Array, b: Int32Array, from: number, out: Float64Array): void {
  for (let i = 0; i < out.length; i++) out[i] = Number(a[from + i] === b[from + i]);
}
