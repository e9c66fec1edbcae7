import type { Task } from '../../shared/metricId';

/** A task in plain words, in the order in which they are offered. */
export const taskNames: Readonly<Record<Task, string>> = {
  regression: 'regression',
  binary: 'two classes',
  multiclass: 'several classes',
  multilabel: 'any number of labels',
  multioutput: 'several outputs',
  errors: 'errors alone',
  training: 'training history',
};
