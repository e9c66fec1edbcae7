import type { LossReport } from '../shared/lossReport';

/** Rows that a report is about: those read so far while its sources are still being read. */
export function rowsOf({ partial, sources }: LossReport): number {
  return partial?.rows ?? sources.reduce((sum, source) => sum + source.rows, 0);
}
