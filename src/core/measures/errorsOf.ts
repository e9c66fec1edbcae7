import type {
  ErrorsModelSamples,
  ModelSamples,
  RegressionModelSamples,
} from '../samples/modelSamples';

export type WithErrors = RegressionModelSamples | ErrorsModelSamples;

/** Whether a model has numeric errors: it says numbers, or the errors are given. */
export function hasErrors(model: ModelSamples): model is WithErrors {
  return model.task === 'regression' || model.task === 'errors';
}

/** prediction - target of sample i. */
export function errorReader(model: WithErrors): (i: number) => number {
  if (model.task === 'errors') return i => model.error[i]!;
  const { prediction, target } = model;
  return i => prediction[i]! - target[i]!;
}

/** prediction - target of every sample; length n. */
export function errorsOf(model: WithErrors): Float64Array {
  if (model.task === 'errors') return model.error;
  const { prediction, target } = model;
  const errors = new Float64Array(model.n);
  for (let i = 0; i < errors.length; i++) errors[i] = prediction[i]! - target[i]!;
  return errors;
}
