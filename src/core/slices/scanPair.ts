import type { Bins } from './bins';
import { gainOf, mostGain } from './fit';
import { mostShare, type Range, type Scanned } from './scan';

/** Counts and sums of scores of all rows below and left of each corner of the grid of two features. */
interface Corners {
  readonly counts: Float64Array;
  readonly sums: Float64Array;
  readonly width: number;
}

export interface PairFound {
  readonly ranges: readonly [Range, Range];
  /** The gain less the costs of both ranges. */
  readonly surplus: number;
}

/** The two ranges whose common rows have the largest surplus: linear in the rows, then four look-ups a rectangle. */
export function bestPair(
  a: Bins,
  b: Bins,
  ofA: readonly Range[],
  ofB: readonly Range[],
  { scores, total, variance, least }: Scanned,
): PairFound | null {
  const { counts, sums, width } = cornersOf(a, b, scores);
  const n = scores.length;
  let best: PairFound | null = null;
  let most = Number.NEGATIVE_INFINITY;
  for (const rangeA of ofA) {
    const low = rangeA.first * width;
    const high = (rangeA.last + 1) * width;
    for (const rangeB of ofB) {
      const left = rangeB.first;
      const right = rangeB.last + 1;
      const count =
        counts[high + right]! - counts[high + left]! - counts[low + right]! + counts[low + left]!;
      if (count < least || count > mostShare * n) continue;
      const sum = sums[high + right]! - sums[high + left]! - sums[low + right]! + sums[low + left]!;
      const cost = rangeA.cost + rangeB.cost;
      // Most rectangles are spared the logarithms.
      const bound = mostGain(count, sum, n, total);
      if (bound === 0 || bound / variance - cost <= most) continue;
      const gain = gainOf(count, sum, n, total);
      const surplus = gain / variance - cost;
      if (gain === 0 || surplus <= most) continue;
      most = surplus;
      best = { ranges: [rangeA, rangeB], surplus };
    }
  }
  return best;
}

function cornersOf(a: Bins, b: Bins, scores: Float64Array): Corners {
  const width = b.count + 1;
  const counts = new Float64Array((a.count + 1) * width);
  const sums = new Float64Array(counts.length);
  for (let i = 0; i < scores.length; i++) {
    const cell = (a.codes[i]! + 1) * width + b.codes[i]! + 1;
    counts[cell]! += 1;
    sums[cell]! += scores[i]!;
  }
  accumulate(counts, width);
  accumulate(sums, width);
  return { counts, sums, width };
}

/** Turns cells into totals of all cells before them in both directions. */
function accumulate(cells: Float64Array, width: number): void {
  for (let cell = width; cell < cells.length; cell++) {
    if (cell % width === 0) continue;
    cells[cell]! += cells[cell - 1]! + cells[cell - width]! - cells[cell - width - 1]!;
  }
}
