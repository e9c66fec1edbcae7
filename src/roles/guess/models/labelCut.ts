import type { Candidate } from '../candidate';
import { labelKey, spreadRows } from '../facts';

/** Where hard labels turn from one class to the other: above `above`, from `from` on. */
export interface LabelCut {
  readonly above: number;
  readonly from: number;
  /** The point between them with no more digits than it needs. */
  readonly text: string;
}

const looked = 20_000;

/** The cut that makes the labels of the probabilities; undefined where no single cut does. */
export function cutOf(
  probability: Candidate,
  label: Candidate,
  positive: string,
): LabelCut | undefined {
  let above = Number.NEGATIVE_INFINITY;
  let from = Number.POSITIVE_INFINITY;
  for (const row of spreadRows(label.column.numbers.length, looked)) {
    const p = probability.column.numbers[row]!;
    if (Number.isNaN(p)) continue;
    if (labelKey(textAt(label, row)) === labelKey(positive)) from = Math.min(from, p);
    else above = Math.max(above, p);
  }
  const isCut = above < from && Number.isFinite(above) && Number.isFinite(from);
  return isCut ? { above, from, text: shortest(above, from) } : undefined;
}

/** The number with the fewest digits between the two. */
function shortest(above: number, from: number): string {
  const middle = (above + from) / 2;
  const digits = [1, 2, 3, 4, 5, 6].find(count => {
    const rounded = Number(middle.toFixed(count));
    return rounded > above && rounded <= from;
  });
  return String(Number(middle.toFixed(digits ?? 6)));
}

function textAt({ column }: Candidate, row: number): string {
  const value = column.numbers[row]!;
  return column.kind === 'number' && !Number.isNaN(value) ? String(value) : column.textOf(row);
}
