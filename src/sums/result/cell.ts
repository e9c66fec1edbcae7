import type { Status } from '../statuses';

/** One row of a result, or several of the same keys added up. */
export interface Cell {
  readonly status: Status;
  /** Index into `About.models`. */
  readonly model: number;
  /** One for each column of groups; null where the rows have no value. */
  readonly by: readonly (string | null)[];
  /** Rows of the table. */
  readonly n: number;
  /** Keys and sums by the names of the layout, without the `_` at their end. */
  readonly of: Readonly<Record<string, number>>;
}
