import type { Cell } from '../result/cell';
import { between, type Found } from './found';
import { total } from './totals';

/**
 * Expected calibration error: exact where every bin of the sums lies within one bin of the calibration; what a bin
 * on an edge adds is split between its neighbours, all of it with one sign.
 */
export function calibrationGap(
  cells: readonly Cell[],
  bins: number,
  isRight: (cell: Cell) => boolean,
): Found {
  const gaps = new Map<number, number>();
  let doubt = 0;
  for (const cell of cells) {
    const { w, lo, hi, p } = cell.of as Readonly<Record<'w' | 'lo' | 'hi' | 'p', number>>;
    const gap = isRight(cell) ? w - p : -p;
    const binOf = (probability: number) => Math.min(bins - 1, Math.floor(bins * probability));
    if (binOf(lo) === binOf(hi)) gaps.set(binOf(lo), (gaps.get(binOf(lo)) ?? 0) + gap);
    else doubt += Math.abs(gap);
  }
  const w = total(cells, 'w');
  const certain = [...gaps.values()].reduce((sum, gap) => sum + Math.abs(gap), 0);
  return between(Math.max(0, certain - doubt) / w, (certain + doubt) / w);
}
