import type { Group } from '../../core/slices/groupsOf';

/** One group, and what the other models lose in it. */
export interface DrawnGroup {
  readonly name: string;
  readonly group: Group;
  /** By model, in the order of the data; undefined where a model has no such row. */
  readonly others: readonly (Group | undefined)[];
}
