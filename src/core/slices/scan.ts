import type { Bins } from './bins';
import { gainOf } from './fit';

/** Bins `first` to `last` of a feature, both included. */
export interface Range {
  readonly first: number;
  readonly last: number;
  /** The logarithm of how many such ranges, or names, there are to choose from. */
  readonly cost: number;
}

/** What holds for more of the rows than this is no group: the others are one. */
export const mostShare: number = 2 / 3;

/** About as many edges of a feature say something different, however finely it is cut. */
const tellingEdges = 24;
const openCost = Math.log(2 * tellingEdges);
const closedCost = Math.log(tellingEdges ** 2 / 2);

/** What a scan looks at: scores of rows and how few of them are no group. */
export interface Scanned {
  readonly scores: Float64Array;
  /** Sum of all scores, and their variance. */
  readonly total: number;
  readonly variance: number;
  readonly least: number;
}

/** Every range and every name of a feature that could be a group. */
export function rangesOf({ ordered, named }: Bins): readonly Range[] {
  const ranges: Range[] = [];
  const nameCost = Math.log(Math.max(1, named - ordered));
  const few = Math.log(Math.max(1, (ordered * (ordered + 1)) / 2));
  for (let first = 0; first < ordered; first++) {
    for (let last = first; last < ordered; last++) {
      const isOpen = first === 0 || last === ordered - 1;
      const cost = Math.min(few, isOpen ? openCost : closedCost);
      if (first > 0 || last < ordered - 1 || named > ordered) ranges.push({ first, last, cost });
    }
  }
  for (let bin = ordered; bin < named; bin++)
    ranges.push({ first: bin, last: bin, cost: nameCost });
  return ranges;
}

/** The range of one feature with the largest gain, less its cost, among the rows of `mask`, against all others. */
export function bestRange(
  bins: Bins,
  ranges: readonly Range[],
  { scores, total, variance, least }: Scanned,
  mask?: Uint8Array,
): { readonly range: Range; readonly surplus: number } | null {
  const counts = new Float64Array(bins.count + 1);
  const sums = new Float64Array(bins.count + 1);
  const { codes } = bins;
  for (let i = 0; i < codes.length; i++) {
    if (mask !== undefined && mask[i] === 0) continue;
    counts[codes[i]! + 1]! += 1;
    sums[codes[i]! + 1]! += scores[i]!;
  }
  for (let bin = 1; bin <= bins.count; bin++) {
    counts[bin]! += counts[bin - 1]!;
    sums[bin]! += sums[bin - 1]!;
  }
  let best: { range: Range; surplus: number } | null = null;
  for (const range of ranges) {
    const count = counts[range.last + 1]! - counts[range.first]!;
    if (count < least || count > mostShare * scores.length) continue;
    const sum = sums[range.last + 1]! - sums[range.first]!;
    const gain = gainOf(count, sum, scores.length, total);
    const surplus = gain / variance - range.cost;
    if (gain > 0 && surplus > (best?.surplus ?? Number.NEGATIVE_INFINITY)) {
      best = { range, surplus };
    }
  }
  return best;
}
