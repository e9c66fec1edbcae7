import { type DrawnSum, sumOfTails, sumTail } from '../statistics/sumTail';
import { designEffect } from './designEffect';
import type { Discovered } from './discover';
import { marksAt, numbersAt, positionsOf, wholeAt } from './gather';
import type { Half } from './half';
import { membership } from './membership';
import { scoresOf } from './scores';

/** Of both ways round together, so that each way has half of 5 %. */
const level = 0.025;

/**
 * Which of the groups that were found on the other half are worse than the rest on this one, with their p.
 * Samples of the best groups of earlier rounds are left aside, so that none is confirmed for another's sake.
 * Those found first have more of the level (weighted Bonferroni).
 * Source: Genovese, Roeder and Wasserman 2006, Biometrika 93.
 */
export function confirmed(
  half: Half,
  found: readonly Discovered[],
  least: number,
): readonly { readonly where: Discovered['where']; readonly p: number }[] {
  const isTaken = new Uint8Array(half.losses.length);
  const whole = found.reduce((sum, _, rank) => sum + 1 / (rank + 1), 0);
  let best: Uint8Array | undefined;
  let round = 0;
  return found.flatMap((one, rank) => {
    const group = membership(one.where, half.rows);
    if (one.round > round && best !== undefined) mark(isTaken, best);
    if (one.round > round || best === undefined) best = group;
    round = one.round;
    const free = positionsOf(isTaken, 0);
    const p = pOf(among(half, free), marksAt(group, free), least);
    return p < level / (rank + 1) / whole ? [{ where: one.where, p }] : [];
  });
}

function mark(isTaken: Uint8Array, group: Uint8Array): void {
  for (let i = 0; i < group.length; i++) isTaken[i]! |= group[i]!;
}

function among({ losses, adjusted, rows, clusters, strata }: Half, at: Int32Array): Half {
  return {
    losses: numbersAt(losses, at),
    adjusted: numbersAt(adjusted, at),
    rows: wholeAt(rows, at),
    clusters: wholeAt(clusters, at),
    ...(strata && { strata: wholeAt(strata, at) }),
  };
}

/**
 * One-sided, by the ranks of the losses; and by those of the losses less what the size of the prediction
 * explains, among samples of about the same prediction.
 */
function pOf(
  { losses, adjusted, clusters, strata }: Half,
  group: Uint8Array,
  least: number,
): number {
  const count = group.reduce((sum, x) => sum + x, 0);
  if (count < least || losses.length - count < least) return 1;
  const { values } = scoresOf(losses);
  const plain = sumTail(drawnOf(values, group), designEffect(values, clusters));
  if (strata === undefined) return plain;
  const own = scoresOf(adjusted).values;
  const drawn = positionsByCode(strata).map(at => drawnOf(numbersAt(own, at), marksAt(group, at)));
  return Math.max(plain, sumOfTails(drawn, designEffect(own, clusters)));
}

function drawnOf(values: Float64Array, group: Uint8Array): DrawnSum {
  let count = 0;
  let sum = 0;
  for (let i = 0; i < values.length; i++) {
    count += group[i]!;
    sum += values[i]! * group[i]!;
  }
  return { count, sum, values };
}

function positionsByCode(codes: Int32Array): readonly Int32Array[] {
  const counts = new Int32Array(codes.reduce((most, code) => Math.max(most, code + 1), 0));
  for (const code of codes) counts[code]! += 1;
  const positions = Array.from(counts, count => new Int32Array(count));
  counts.fill(0);
  for (let i = 0; i < codes.length; i++) positions[codes[i]!]![counts[codes[i]!]!++] = i;
  return positions;
}
