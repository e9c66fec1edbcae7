import type { BinaryModelSamples, ModelSamples } from '../../core/samples/modelSamples';

/** True for a model of two classes that says how positive a row is. */
export function hasScore(model: ModelSamples): model is BinaryModelSamples {
  return model.task === 'binary' && (model.probability !== undefined || model.margin !== undefined);
}

/** The probability of the positive class, else the margin; only for models that pass `hasScore`. */
export function scoreOf({ probability, margin }: BinaryModelSamples): Float64Array {
  return probability ?? margin!;
}
