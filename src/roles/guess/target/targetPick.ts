import type { Candidate } from '../candidate';

/** The target and how it was found. */
export interface TargetPick {
  readonly target: Candidate;
  readonly how: 'choice' | 'join' | 'beside' | 'name' | 'pair' | 'rest' | 'first';
  /** Other columns that could be the target as well. */
  readonly rivals: readonly Candidate[];
}
