import type { Cell } from '../result/cell';
import { between, type Found } from './found';
import { totalOf } from './totals';

/**
 * Bounds of the median of |e|: moving every error of a bin to its smaller or larger end moves no rank beyond it.
 * Without weights the mean of the two middle ones, with weights the lower weighted median, as in the report of rows.
 */
export function medianOfSizes(cells: readonly Cell[], isWeighted: boolean): Found {
  const shares = isWeighted ? weighted(cells) : middles(totalOf(cells, ({ n }) => n));
  const at = (end: 'lo' | 'hi') => {
    const found = shares(end === 'lo' ? -1 : 1).map(rank => ranked(cells, end, rank, isWeighted));
    return found.reduce((sum, value) => sum + value, 0) / found.length;
  };
  return between(at('lo'), at('hi'));
}

type Ranks = (side: -1 | 1) => readonly number[];

/** How many errors have to be counted to reach the middle ones. */
function middles(n: number): Ranks {
  const half = Math.floor(n / 2);
  return () => (n % 2 === 1 ? [half + 1] : [half, half + 1]);
}

/** Half of the weight, with what rounding may make of it on the side of the end. */
function weighted(cells: readonly Cell[]): Ranks {
  const half = totalOf(cells, ({ of }) => of['w']!) / 2;
  return side => [half * (1 + side * 1e-12)];
}

/** The size at which so much has been counted, every error standing at one end of its bin. */
function ranked(
  cells: readonly Cell[],
  end: 'lo' | 'hi',
  rank: number,
  isWeighted: boolean,
): number {
  const sorted = [...cells]
    .filter(({ of }) => !isWeighted || of['w']! > 0)
    .sort((a, b) => a.of[end]! - b.of[end]!);
  let counted = 0;
  for (const cell of sorted) {
    counted += isWeighted ? cell.of['w']! : cell.n;
    if (counted >= rank) return cell.of[end]!;
  }
  return sorted.at(-1)?.of[end] ?? Number.NaN;
}
