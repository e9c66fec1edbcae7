import type { ColumnKind } from '../table';
import { isTime } from './timeValue';

/** How many cells of a column are what. */
export interface Tally {
  readonly rows: number;
  readonly missing: number;
  readonly booleans: number;
  /** Neither a number nor true or false nor missing. */
  readonly words: number;
}

/** The kind of a column of numbers; undefined when it is made of words. */
export function numericKind(tally: Tally): ColumnKind | undefined {
  const filled = tally.rows - tally.missing;
  if (filled === 0) return 'empty';
  if (tally.booleans === filled) return 'boolean';
  return filled - tally.words >= 2 * tally.words ? 'number' : undefined;
}

const inspected = 1000;
const maxLabel = 120;

/** The kind of a column of words, by its distinct texts and the number of filled cells. */
export function wordKind(labels: readonly string[], filled: number): ColumnKind {
  const some = labels.slice(0, inspected).filter(label => label !== '');
  if (some.filter(isTime).length >= 0.9 * some.length) return 'time';
  const repeats = labels.length < filled || filled <= 4;
  const few = labels.length <= inspected && labels.length <= Math.max(10, 0.7 * filled);
  const short = some.every(label => label.length <= maxLabel);
  return repeats && few && short ? 'label' : 'text';
}
