import type { Candidate } from '../candidate';
import type { Reading, TargetHow } from '../reading/reading';

/** The target, how it was found, and the columns that hold predictions of it. */
export interface TargetPick {
  readonly target: Candidate;
  readonly how: TargetHow;
  /** Other columns that could be the target as well. */
  readonly rivals: readonly Candidate[];
  readonly columns: readonly Candidate[];
  /** All readings of the table, the best first; empty where nothing was to be compared. */
  readonly readings: readonly Reading[];
}
