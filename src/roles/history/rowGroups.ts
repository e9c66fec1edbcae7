import type { Column } from '../../readers/table';

/** What tells rows with equal counters apart. */
export interface RowGroups {
  /** The run and the set of data a row belongs to. */
  readonly labelOf: (row: number) => string;
  /** The set of data alone. */
  readonly setOf: (row: number) => string;
}

export const oneGroup: RowGroups = { labelOf: () => '', setOf: () => '' };

/** Rows told apart by the column of their run, the column of their set, and the process that wrote them. */
export function rowGroups(
  run: Column | null,
  set: Column | null,
  writerOf: Uint8Array | null = null,
): RowGroups {
  if (run === null && set === null && writerOf === null) return oneGroup;
  const setOf = (row: number): string => set?.textOf(row) ?? '';
  return {
    setOf,
    labelOf: row => `${run?.textOf(row) ?? ''}\n${writerOf?.[row] ?? ''}\n${setOf(row)}`,
  };
}
