import type { Usable, UsableErrors, UsableRegression } from '../samples/usable';

export type WithErrors = UsableRegression | UsableErrors;

/** Whether a model has numeric errors: it says numbers, or the errors are given. */
export function hasErrors(usable: Usable): usable is WithErrors {
  return usable.task === 'regression' || usable.task === 'errors';
}

/** prediction - target of sample i. */
export function errorReader(usable: WithErrors): (i: number) => number {
  if (usable.task === 'errors') return i => usable.error[i]!;
  const { prediction, target } = usable;
  return i => prediction[i]! - target[i]!;
}

/** prediction - target of every sample; length n. */
export function errorsOf(usable: WithErrors): Float64Array {
  if (usable.task === 'errors') return usable.error;
  const { prediction, target } = usable;
  const errors = new Float64Array(usable.n);
  for (let i = 0; i < errors.length; i++) errors[i] = prediction[i]! - target[i]!;
  return errors;
}
