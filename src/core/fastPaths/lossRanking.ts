import { sortedOrder } from '../statistics/sortedOrder';
import { fastPaths } from './fastPaths';

/**
 * Losses of samples from the largest down, as exact running totals at some ranks: at every rank for up to
 * 200 000 samples, else at the edges of groups of nearly equal losses, which are 1/128 wide at most.
 */
export interface LossRanking {
  /** Ascending ranks from 0 to n: so many samples with the largest losses. */
  readonly ranks: Float64Array;
  /** Sum of those samples' weighted losses. */
  readonly sums: Float64Array;
  readonly n: number;
  readonly total: number;
}

const leadingBits = 19;

/** Ranks finite losses >= 0. */
export function lossRanking(losses: Float64Array): LossRanking {
  const pass = rankingPass(losses.length);
  pass.add(losses);
  return pass.ranking();
}

/** Takes in losses piece by piece and ranks them at the end. */
export interface RankingPass {
  readonly add: (losses: Float64Array) => void;
  readonly ranking: () => LossRanking;
}

/** For n finite losses >= 0. */
export function rankingPass(n: number): RankingPass {
  return n < fastPaths.ranking.from ? sortedPass(n) : binnedPass();
}

function sortedPass(n: number): RankingPass {
  const losses = new Float64Array(n);
  let length = 0;
  return {
    add: piece => {
      losses.set(piece, length);
      length += piece.length;
    },
    ranking: () => accumulated(new Float64Array(n).fill(1), losses.toSorted().reverse()),
  };
}

function binnedPass(): RankingPass {
  const bins = 2 ** leadingBits;
  const counts = new Float64Array(bins);
  const sums = new Float64Array(bins);
  return {
    add: piece => addToBins(piece, counts, sums),
    ranking: () => accumulated(counts.toReversed(), sums.toReversed()),
  };
}

/** The leading bits of doubles that are not negative ascend as the numbers do. */
function addToBins(losses: Float64Array, counts: Float64Array, sums: Float64Array): void {
  const words = new Uint32Array(losses.buffer, losses.byteOffset, losses.length * 2);
  for (let i = 0; i < losses.length; i++) {
    const bin = words[2 * i + 1]! >>> (32 - leadingBits);
    counts[bin]! += 1;
    sums[bin]! += losses[i]!;
  }
}

/** Ranks groups of so many samples with nearly equal losses, whose sums are given, in any order. */
export function rankingOfGroups(counts: Float64Array, sums: Float64Array): LossRanking {
  const order = sortedOrder(sums.map((sum, group) => sum / counts[group]!)).reverse();
  const inOrder = (values: Float64Array) => Float64Array.from(order, group => values[group]!);
  return accumulated(inOrder(counts), inOrder(sums));
}

/** Running totals over groups, the costliest first; those without samples are left out. */
function accumulated(counts: Float64Array, sums: Float64Array): LossRanking {
  const ranks = [0];
  const totals = [0];
  let rank = 0;
  let total = 0;
  for (let group = 0; group < counts.length; group++) {
    if (counts[group] === 0) continue;
    rank += counts[group]!;
    total += sums[group]!;
    ranks.push(rank);
    totals.push(total);
  }
  return { ranks: Float64Array.from(ranks), sums: Float64Array.from(totals), n: rank, total };
}

/** Sum of the `rank` largest losses; linear between the ranks that are known. */
export function sumOfTop(ranking: LossRanking, rank: number): number {
  const { ranks, sums } = ranking;
  const above = firstAtLeast(ranks, Math.min(rank, ranking.n));
  const to = ranks[above]!;
  if (above === 0 || to === rank) return sums[above]!;
  const from = ranks[above - 1]!;
  const part = (Math.min(rank, ranking.n) - from) / (to - from);
  return sums[above - 1]! + (sums[above]! - sums[above - 1]!) * part;
}

/** The fewest samples that carry at least `share` of the total. */
export function ranksCarrying(ranking: LossRanking, share: number): number {
  const { ranks, sums, total } = ranking;
  // The slack keeps rounding in the sums from asking for one sample more.
  const wanted = share * total * (1 - 1e-12);
  const above = firstAtLeast(sums, wanted);
  if (above === 0) return 0;
  const step = (sums[above]! - sums[above - 1]!) / (ranks[above]! - ranks[above - 1]!);
  return Math.ceil(ranks[above - 1]! + (wanted - sums[above - 1]!) / step - 1e-9);
}

function firstAtLeast(ascending: Float64Array, value: number): number {
  let low = 0;
  let high = ascending.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (ascending[middle]! >= value) high = middle;
    else low = middle + 1;
  }
  return low;
}
