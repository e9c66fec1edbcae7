import { plural } from '../shared/text';

/** A source whose table would be out of proportion to it; `inOneSentence` says of which source. */
export class SizeError extends Error {
  override readonly name = 'SizeError';
  /** Told by this field, since each bundle of the engine has a class of its own. */
  readonly isSize = true;
}

/** Cells that nobody wrote, as of short rows and of names that few records have: some in any table, ... */
const maxUnwritten = 2 ** 22;
/** ... and so many for each one that is written. */
const maxPerWritten = 64;

/**
 * Throws a SizeError for a table of which hardly a cell is written: a small file could ask for cells without end,
 * and time and memory go by cells. `written` may be more than there are.
 */
export function refuseUnwritten(rows: number, columns: number, written: number): void {
  if (rows * columns - written <= maxUnwritten + maxPerWritten * written) return;
  throw new SizeError(
    `hardly a cell of ${plural(rows, 'row')} of ${plural(columns, 'column')} is written; such a table is not read`,
  );
}
