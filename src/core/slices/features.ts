import type { Feature } from './feature';

/** What the rows of a source can be grouped by. */
export interface Features {
  /** Of all columns that have no role: what a search may name. */
  readonly all: () => readonly Feature[];
  /** Of one column, whatever its role; none when there is no such column. */
  readonly of: (column: string) => readonly Feature[];
  /** By data row, a code for the id or series it belongs to. */
  readonly keys: () => Int32Array | undefined;
}
