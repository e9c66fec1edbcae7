import type { Feature } from './feature';

/** What the rows of a source can be grouped by. */
export interface Features {
  /** Of all columns that have no role: what a search may name. */
  readonly all: () => readonly Feature[];
  /** The names of those columns, also of those that were not read. */
  readonly names: () => readonly string[];
  /** The names of those that hold numbers, as far as is known. */
  readonly numeric?: () => readonly string[];
  /** The names of the target and of predictions, which can be asked for. */
  readonly used: () => readonly string[];
  /** Of a forecast, the column of the steps from its cutoff. */
  readonly horizon: string | null;
  /** Of one column, whatever its role; none when there is no such column. */
  readonly of: (column: string) => readonly Feature[];
  /** By data row, a code for the id or series it belongs to. */
  readonly keys: () => Int32Array | undefined;
}
