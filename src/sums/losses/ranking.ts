import type { Cell } from '../result/cell';
import { between, type Found, missing } from './found';
import { totalOf } from './totals';

/** The rows of both labels with probabilities of one bin, the larger bins first. */
interface RankedBin {
  readonly positive: Cell | null;
  readonly negative: Cell | null;
}

function rankedBins(cells: readonly Cell[]): readonly RankedBin[] {
  const bins = new Map<number, { positive: Cell | null; negative: Cell | null }>();
  for (const cell of cells) {
    const bin = bins.get(cell.of['bin']!) ?? { positive: null, negative: null };
    bin[cell.of['label'] === 1 ? 'positive' : 'negative'] = cell;
    bins.set(cell.of['bin']!, bin);
  }
  return [...bins.entries()].sort(([a], [b]) => b - a).map(([, bin]) => bin);
}

const weight = (cell: Cell | null) => cell?.of['w'] ?? 0;

function sides(cells: readonly Cell[]): { readonly positives: number; readonly negatives: number } {
  const of = (label: number) =>
    totalOf(
      cells.filter(cell => cell.of['label'] === label),
      weight,
    );
  return { positives: of(1), negatives: of(0) };
}

/**
 * Area under the ROC curve: pairs of different bins are in a certain order; of those within one bin the ends of
 * its probabilities say whether all, none or some of the positives come first.
 */
export function rocAuc(cells: readonly Cell[]): Found {
  const { positives, negatives } = sides(cells);
  if (positives === 0 || negatives === 0) return missing('the targets are all of one class');
  let below = negatives;
  let low = 0;
  let high = 0;
  for (const { positive, negative } of rankedBins(cells)) {
    const pairs = weight(positive) * weight(negative);
    below -= weight(negative);
    const certain = weight(positive) * Math.max(0, below);
    const [least, most] = withinBin(positive, negative);
    low += certain + pairs * least;
    high += certain + pairs * most;
  }
  const all = positives * negatives;
  return between(low / all, Math.min(1, high / all));
}

/** Share of the pairs within a bin whose positive comes first, ties counting half. */
function withinBin(positive: Cell | null, negative: Cell | null): readonly [number, number] {
  if (positive === null || negative === null) return [0, 0];
  const { lo: from = 0, hi: to = 1 } = positive.of;
  const { lo: start = 0, hi: end = 1 } = negative.of;
  const least = from > end ? 1 : from === end ? 0.5 : 0;
  const most = to < start ? 0 : to === start ? 0.5 : 1;
  return [least, most];
}

/**
 * Average precision: the mean over the positives of the precision at their probability. Within a bin it is largest
 * when all positives are tied above the negatives, and smallest when they come one by one below them: then the sum
 * of x / (x + c) over steps is at least its integral, because it rises with x.
 */
export function averagePrecision(cells: readonly Cell[]): Found {
  const { positives } = sides(cells);
  if (positives === 0) return missing('the targets are all of one class');
  let right = 0;
  let wrong = 0;
  let low = 0;
  let high = 0;
  for (const { positive, negative } of rankedBins(cells)) {
    const more = weight(positive);
    const others = wrong + weight(negative);
    if (more > 0) {
      high += (more * (right + more)) / (right + more + wrong);
      low += others === 0 ? more : more - others * Math.log1p(more / (right + others));
    }
    right += more;
    wrong = others;
  }
  return between(low / positives, high / positives);
}
