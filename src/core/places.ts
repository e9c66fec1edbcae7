import { linesText } from '../shared/text';
import type { FigureData } from './figureData';
import { rowOf, type Usable } from './samples/usable';

/** Of more rows than this a list of lines helps nobody. */
const mostLines = 100;

/** Lines of the given samples, the first 100, without those that have none. */
export function linesAt(data: FigureData, usable: Usable, indices: Iterable<number>): number[] {
  const lines: number[] = [];
  for (const i of indices) {
    const line = data.lineOf(rowOf(usable, i));
    if (line !== null) lines.push(line);
    if (lines.length === mostLines) break;
  }
  return lines;
}

/** ` (lines 3-5)` for a sentence about `count` rows; empty when they are too many or have no lines. */
export function whereText(lines: readonly number[], count: number): string {
  return lines.length > 0 && count <= mostLines ? ` (${linesText(lines)})` : '';
}
