import type { Bins } from './bins';
import { gainOf } from './fit';

/** Bins `first` to `last` of a feature, both included. */
export interface Range {
  readonly first: number;
  readonly last: number;
}

/** What a scan looks at: scores of rows and how few of them are no group. */
export interface Scanned {
  readonly scores: Float64Array;
  /** Sum of all scores. */
  readonly total: number;
  readonly least: number;
}

/** Every range and every name of a feature that could be a group. */
export function rangesOf({ ordered, named }: Bins): readonly Range[] {
  const ranges: Range[] = [];
  for (let first = 0; first < ordered; first++) {
    for (let last = first; last < ordered; last++) {
      if (first > 0 || last < ordered - 1 || named > ordered) ranges.push({ first, last });
    }
  }
  for (let bin = ordered; bin < named; bin++) ranges.push({ first: bin, last: bin });
  return ranges;
}

/** The range of one feature with the largest gain among the rows of `mask`, which all others stand against. */
export function bestRange(
  bins: Bins,
  ranges: readonly Range[],
  { scores, total, least }: Scanned,
  mask?: Uint8Array,
): { readonly range: Range; readonly gain: number } | null {
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
  let best: { range: Range; gain: number } | null = null;
  for (const range of ranges) {
    const count = counts[range.last + 1]! - counts[range.first]!;
    if (count < least) continue;
    const sum = sums[range.last + 1]! - sums[range.first]!;
    const gain = gainOf(count, sum, scores.length, total);
    if (gain > (best?.gain ?? 0)) best = { range, gain };
  }
  return best;
}
