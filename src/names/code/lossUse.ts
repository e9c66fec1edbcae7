import type { LossIdea } from '../losses/lossIdea';
import type { LossName } from '../losses/lossName';
import type { LiteralValue } from './literalValue';

/** A place where a loss is written. */
export interface LossUse {
  readonly loss: LossIdea;
  /** The entry of the table that is meant; several when the text does not say which library reads it. */
  readonly entries: readonly LossName[];
  /** Whether the one library that reads it is known. */
  readonly isSure: boolean;
  /** As it is written, without its module. */
  readonly written: string;
  /** Arguments as written that shape the loss, by their names. */
  readonly parameters: Readonly<Record<string, LiteralValue>>;
  /** Arguments that would shape it and are given by something that is no literal. */
  readonly unknown: readonly string[];
  /** Where it stands in the text. */
  readonly start: number;
  readonly end: number;
  /** The bracket of its call, or -1. */
  readonly open: number;
}
