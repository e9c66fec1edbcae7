import { sumTail } from '../statistics/sumTail';
import { designEffect } from './designEffect';
import { marksAt, numbersAt, positionsOf, wholeAt } from './gather';
import type { Half } from './half';
import { scoresOf } from './scores';
import { withoutSize } from './withoutSize';

/** Of both ways round together, so that each way has half of 5 %. */
const level = 0.025;

/**
 * Which of the groups, given as 1 for each sample that belongs, are worse than the rest on this half, with
 * their p. Samples of groups before it are left aside, so that none is confirmed for another's sake.
 */
export function confirmed(
  half: Half,
  groups: readonly Uint8Array[],
  least: number,
): readonly { readonly group: number; readonly p: number }[] {
  const isTaken = new Uint8Array(half.losses.length);
  const ps = groups.map(group => {
    const free = positionsOf(isTaken, 0);
    for (let i = 0; i < group.length; i++) isTaken[i]! |= group[i]!;
    return pOf(among(half, free), marksAt(group, free), least);
  });
  return holm(ps);
}

function among({ losses, rows, clusters, sizes }: Half, at: Int32Array): Half {
  return {
    losses: numbersAt(losses, at),
    rows: wholeAt(rows, at),
    clusters: wholeAt(clusters, at),
    ...(sizes && { sizes: numbersAt(sizes, at) }),
  };
}

/** One-sided, by the ranks of the losses, and of the losses less what the size of the prediction explains. */
function pOf({ losses, clusters, sizes }: Half, group: Uint8Array, least: number): number {
  const count = group.reduce((sum, x) => sum + x, 0);
  if (count < least || losses.length - count < least) return 1;
  const plain = tailOf(losses, clusters, group, count);
  if (sizes === undefined) return plain;
  return Math.max(plain, tailOf(withoutSize(losses, sizes, group), clusters, group, count));
}

function tailOf(
  losses: Float64Array,
  clusters: Int32Array,
  group: Uint8Array,
  count: number,
): number {
  const { values } = scoresOf(losses);
  const sum = values.reduce((total, x, i) => total + x * group[i]!, 0);
  return sumTail({ count, sum, values, design: designEffect(values, clusters) });
}

/** Those that hold together at the level. Source: Holm 1979, Scandinavian Journal of Statistics 6. */
function holm(ps: readonly number[]): readonly { readonly group: number; readonly p: number }[] {
  const order = ps.map((p, group) => ({ group, p })).sort((a, b) => a.p - b.p);
  const fails = order.findIndex(({ p }, rank) => !(p < level / (order.length - rank)));
  return fails < 0 ? order : order.slice(0, fails);
}
