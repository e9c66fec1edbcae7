import type { PredictionTask } from '../../shared/metricId';
import type { ModelRoles } from '../roles';

/** The models of a table and what had to be said about them. */
export interface Draft {
  readonly task: PredictionTask;
  readonly models: readonly ModelRoles[];
  readonly classes: readonly string[] | null;
  readonly positive: string | null;
  readonly notes: readonly string[];
}
