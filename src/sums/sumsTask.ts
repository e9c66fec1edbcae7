import type { PredictionTask } from '../shared/metricId';

/** What a statement sums up: each task of predictions has sums of its own. */
export type SumsTask = PredictionTask;

export const sumsTasks: readonly SumsTask[] = ['regression', 'errors', 'binary', 'multiclass'];
