import { confirmed } from './confirm';
import { discover } from './discover';
import type { Condition, Feature } from './feature';
import { numbersAt, positionsOf, wholeAt } from './gather';
import { type GroupLoss, groupLoss } from './groupLoss';
import type { Half } from './half';
import type { Halves } from './halves';
import { membership } from './membership';
import { settleEdges } from './settleEdges';

/** What is searched: one loss for each sample, and the features of its data row. */
export interface Searched {
  /** Finite. */
  readonly losses: Float64Array;
  /** How large each prediction is, where losses may grow with it. */
  readonly sizes?: Float64Array;
  /** Data row of each sample. */
  readonly rows: Int32Array;
  /** Groups found on either half are confirmed on the other. */
  readonly halves: Halves;
  readonly features: readonly Feature[];
}

/** A group that was found on one half of the samples and confirmed on the other. */
export interface Confirmed {
  readonly where: readonly Condition[];
  /** One-sided, of the confirming half. */
  readonly p: number;
}

/** What the losses of all samples say about a group. */
export interface Slice extends Confirmed, GroupLoss {}

const mostSlices = 5;
/** Rows of a group in all, and in either half. */
const leastRows = 30;
const leastInHalf = 10;

/** Lets others have the thread for a moment; rejects when nobody waits for the groups any more. */
export type Pause = () => Promise<void>;

/** The groups that cost more than the rest, at most five, those first that cost the most. */
export async function findSlices(
  searched: Searched,
  pause: Pause = () => Promise.resolve(),
): Promise<readonly Slice[]> {
  const both = [...(await foundOn(searched, 0, pause)), ...(await foundOn(searched, 1, pause))];
  both.sort((a, b) => a.p - b.p);
  const isTaken = new Uint8Array(searched.losses.length);
  const slices: Slice[] = [];
  for (const { where: first, p } of both) {
    const where = settleEdges(first, searched.rows, searched.losses, leastRows);
    const isIn = membership(where, searched.rows);
    const group = groupLoss(searched.losses, undefined, i => isIn[i] === 1);
    if (group.n < leastRows || !(group.excess > 0) || isExplained(isIn, isTaken)) continue;
    slices.push({ where, p, ...group });
    for (let i = 0; i < isIn.length; i++) isTaken[i]! |= isIn[i]!;
  }
  return slices.sort((a, b) => b.excess - a.excess).slice(0, mostSlices);
}

/** True when most of a group's samples belong to groups that were found with more certainty. */
function isExplained(isIn: Uint8Array, isTaken: Uint8Array): boolean {
  let count = 0;
  let taken = 0;
  for (let i = 0; i < isIn.length; i++) {
    count += isIn[i]!;
    taken += isIn[i]! & isTaken[i]!;
  }
  return 2 * taken > count;
}

async function foundOn(
  searched: Searched,
  which: 0 | 1,
  pause: Pause,
): Promise<readonly Confirmed[]> {
  const found = await discover(searched.features, half(searched, which), leastInHalf, pause);
  if (found.length === 0) return [];
  const other = half(searched, which === 0 ? 1 : 0);
  const groups = found.map(where => membership(where, other.rows));
  return confirmed(other, groups, leastInHalf).map(({ group, p }) => ({ where: found[group]!, p }));
}

function half({ losses, sizes, rows, halves }: Searched, which: 0 | 1): Half {
  const samples = positionsOf(halves.sides, which);
  return {
    losses: numbersAt(losses, samples),
    rows: wholeAt(rows, samples),
    clusters: wholeAt(halves.clusters, samples),
    ...(sizes && { sizes: numbersAt(sizes, samples) }),
  };
}
