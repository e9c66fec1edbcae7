import type { Axis } from '../../core/training/history';
import type { Column } from '../../readers/table';
import { axisKindOf } from './axisName';
import { holdsNumbers } from './headerRows';

/** Above this share of steps back a column does not count anything. */
const maxStepsBack = 0.2;

/** The axis columns of a table by kind, in the order of the file; a limit that never changes is none. */
export function clockColumns(columns: readonly Column[], kind: Axis['kind']): readonly Column[] {
  return columns.filter(
    column =>
      axisKindOf(column.name) === kind &&
      holdsNumbers(column) &&
      (kind === 'epoch' || changes(column) || column.numbers.length === 1),
  );
}

/** Numbers that mostly grow: what is left of an axis when runs, resumptions and gaps are allowed for. */
export function runsForward({ numbers }: Pick<Column, 'numbers'>): boolean {
  let last = Number.NaN;
  let back = 0;
  let moves = 0;
  for (const value of numbers) {
    if (Number.isNaN(value)) continue;
    if (value < last) back += 1;
    if (value !== last) moves += 1;
    last = value;
  }
  return moves > 1 && back <= maxStepsBack * moves;
}

/** True for numbers that grow by the same amount from row to row, as a counter or a limit of one does. */
export function isEvenCounter({ numbers }: Pick<Column, 'numbers'>): boolean {
  const own = numbers.filter(value => !Number.isNaN(value));
  const stride = own[1]! - own[0]!;
  if (own.length < 3 || !(stride > 0)) return false;
  return own.every((value, i) => i === 0 || Math.abs(value - own[i - 1]! - stride) <= stride / 100);
}

function changes({ numbers }: Column): boolean {
  const first = numbers.find(value => !Number.isNaN(value));
  return numbers.some(value => !Number.isNaN(value) && value !== first);
}
