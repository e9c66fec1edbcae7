import { space, tab } from './bytes';
import { cellValue } from './cellValue';
import { headRecords } from './headRecords';

const comma = 0x2c;
const candidates: readonly number[] = [comma, tab, 0x3b, 0x7c];
const sampled = 100;
/** Shares of records that must agree on the number of cells. */
const agreement = { visible: 0.5, blanks: 0.85 };

interface Score {
  readonly separator: number;
  readonly score: number;
}

/** The byte that cuts the records into the most regular cells; a comma when there is only one column. */
export function detectSeparator(head: Uint8Array, from: number): number {
  const visible = candidates
    .filter(separator => head.includes(separator, from))
    .map(separator => rate(head, separator, from, agreement.visible))
    .filter(rated => rated !== undefined)
    .reduce(better, undefined);
  if (visible !== undefined) return visible.separator;
  return rate(head, space, from, agreement.blanks)?.separator ?? comma;
}

function better(best: Score | undefined, next: Score): Score {
  return best === undefined || next.score > best.score ? next : best;
}

/** How well a separator fits: shares of records with the usual number of cells and of cells with values, and whether the top is cut like the rest. */
function rate(head: Uint8Array, separator: number, from: number, least: number): Score | undefined {
  const records = headRecords(head, separator, from, sampled);
  const width = usualWidth(records.map(record => record.cells.length));
  if (width < 2) return undefined;
  const regular = records.filter(record => record.cells.length === width);
  const top = records[0]!.cells.length;
  const shortHeader = top === width - 1 ? 1 : 0;
  const share = (regular.length + shortHeader) / records.length;
  if (share < least) return undefined;
  const cells = regular.flatMap(record => record.cells.slice(0, 1000));
  const typed = cells.filter(isTyped).length / cells.length;
  if (separator === space && typed < 0.5) return undefined;
  return { separator, score: share + typed + (top === width ? 1 : 0) };
}

function isTyped(cell: string): boolean {
  return cellValue(cell, false).kind !== 'word' || cellValue(cell, true).kind !== 'word';
}

/** The most frequent number of cells; the larger one when two are equally frequent. */
export function usualWidth(widths: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const width of widths) counts.set(width, (counts.get(width) ?? 0) + 1);
  let usual = 0;
  for (const [width, count] of counts) {
    const best = counts.get(usual) ?? 0;
    if (count > best || (count === best && width > usual)) usual = width;
  }
  return usual;
}
