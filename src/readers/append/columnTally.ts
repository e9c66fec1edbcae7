import type { Column, ColumnKind } from '../table';

/** What decides the kind of a column. */
export interface ColumnTally {
  readonly kind: ColumnKind;
  /** Cells that are not missing. */
  readonly filled: number;
  /** Cells that are neither a number nor missing. */
  readonly words: number;
}

const numeric: ReadonlySet<ColumnKind> = new Set(['number', 'boolean', 'empty']);

export function tallyOf({ kind, numbers, missing }: Column): ColumnTally {
  const filled = numbers.length - missing;
  if (kind === 'time') return { kind, filled, words: filled };
  let words = -missing;
  for (let row = 0; row < numbers.length; row++) if (Number.isNaN(numbers[row])) words += 1;
  return { kind, filled, words };
}

/**
 * The kind of two stretches of a column together: `words` for any of label, text and time; undefined where the added
 * cells make another kind of column of it, so that the whole must be read again.
 */
export function kindTogether(
  a: ColumnTally,
  b: ColumnTally,
): 'number' | 'boolean' | 'empty' | 'words' | undefined {
  if (a.filled + b.filled === 0) return 'empty';
  const both = [a, b].filter(({ filled }) => filled > 0);
  if (both.every(({ kind }) => kind === 'boolean')) return 'boolean';
  if (both.every(({ kind }) => numeric.has(kind))) return 'number';
  if (both.every(({ kind }) => !numeric.has(kind))) return 'words';
  const words = a.words + b.words;
  const filled = a.filled + b.filled;
  const isNumber = filled - words >= 2 * words;
  if (numeric.has(a.kind)) return isNumber ? 'number' : undefined;
  return isNumber ? undefined : 'words';
}
