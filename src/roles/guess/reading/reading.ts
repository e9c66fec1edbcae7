import type { Candidate } from '../candidate';
import type { Evidence } from './evidence';

/** A column as a prediction of the target, with what speaks for it. */
export interface Part {
  readonly column: Candidate;
  readonly evidence: readonly Evidence[];
  readonly points: number;
}

/** One way to understand a table: a target and what predicts it. */
export interface Reading {
  readonly target: Candidate;
  readonly how: TargetHow;
  readonly parts: readonly Part[];
  /** All that speaks for the reading, less what it leaves unexplained. */
  readonly points: number;
  /** False where too little says that this column is the target. */
  readonly isFounded: boolean;
}

/** How a target was found. */
export type TargetHow =
  | 'choice'
  | 'join'
  | 'beside'
  | 'name'
  | 'pair'
  | 'difference'
  | 'rest'
  | 'values'
  | 'first';
