import { confirmed } from './confirm';
import { type Demand, discover } from './discover';
import type { Condition, Feature } from './feature';
import { numbersAt, positionsOf, wholeAt } from './gather';
import { type GroupLoss, groupLoss } from './groupLoss';
import type { Half } from './half';
import type { Halves } from './halves';
import { membership } from './membership';
import { settleEdges } from './settleEdges';
import { strataOf } from './strataOf';
import { withoutSize } from './withoutSize';

/** What is searched: one loss for each sample, and the features of its data row. */
export interface Searched {
  /** Finite. */
  readonly losses: Float64Array;
  /** Each prediction, where losses may go with it. */
  readonly predictions?: Float64Array;
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
/** Rows of a group in all. */
const leastRows = 30;
/**
 * The confirming half keeps out what is found by chance, so that on one half a group may be a little short, and
 * several ways to tell it are kept.
 */
const onHalf: Demand = { least: 10, surplus: -4, alternatives: [7, 1] };
/** Which way to tell it is the best one, all samples say. */
const onAll: Demand = { least: leastRows, surplus: 0, alternatives: [0, 0] };

/** Lets others have the thread for a moment; rejects when nobody waits for the groups any more. */
export type Pause = () => Promise<void>;

/** The groups that cost more than the rest, at most five, those first that cost the most. */
export async function findSlices(
  searched: Searched,
  pause: Pause = () => Promise.resolve(),
): Promise<readonly Slice[]> {
  const { features, rows, losses } = searched;
  const whole = wholeOf(searched);
  const sides = [0, 1].map(side => halfOf(whole, positionsOf(searched.halves.sides, side)));
  const both: Confirmed[] = [];
  for (const [own, other] of [sides, sides.toReversed()] as [Half, Half][]) {
    const found = await discover(features, own, onHalf, pause);
    both.push(...confirmed(other, found, onHalf.least));
  }
  if (both.length === 0) return [];
  both.sort((a, b) => a.p - b.p);
  const told = toldBy(await discover(features, whole, onAll, pause), both, rows);
  const isTaken = new Uint8Array(losses.length);
  const slices: Slice[] = [];
  for (const { where: first, p } of told.length > 0 ? told : both.slice(0, 1)) {
    const where = settleEdges(first, rows, whole.adjusted, leastRows);
    const isIn = membership(where, rows);
    const group = groupLoss(losses, undefined, i => isIn[i] === 1);
    if (group.n < leastRows || !(group.excess > 0) || isExplained(isIn, isTaken)) continue;
    slices.push({ where, p, ...group });
    for (let i = 0; i < isIn.length; i++) isTaken[i]! |= isIn[i]!;
  }
  return slices.sort((a, b) => b.excess - a.excess).slice(0, mostSlices);
}

/** The groups as all samples tell them, each with the p of the surest confirmed group that is about the same rows. */
function toldBy(
  told: readonly { readonly where: readonly Condition[] }[],
  both: readonly Confirmed[],
  rows: Int32Array,
): readonly Confirmed[] {
  const groups = both.map(({ where }) => membership(where, rows));
  return told.flatMap(({ where }): Confirmed[] => {
    const isIn = membership(where, rows);
    const same = both.find((_, i) => isAboutSame(isIn, groups[i]!));
    return same === undefined ? [] : [{ where, p: same.p }];
  });
}

/** True when most of the smaller group lies in the larger one. */
function isAboutSame(a: Uint8Array, b: Uint8Array): boolean {
  const [ofA, ofB, both] = countsOf(a, b);
  return 2 * both > Math.min(ofA, ofB);
}

/** True when most of a group's samples belong to groups that were found with more certainty. */
function isExplained(isIn: Uint8Array, isTaken: Uint8Array): boolean {
  const [own, , taken] = countsOf(isIn, isTaken);
  return 2 * taken > own;
}

function countsOf(a: Uint8Array, b: Uint8Array): readonly [ofA: number, ofB: number, both: number] {
  let ofA = 0;
  let ofB = 0;
  let both = 0;
  for (let i = 0; i < a.length; i++) {
    ofA += a[i]!;
    ofB += b[i]!;
    both += a[i]! & b[i]!;
  }
  return [ofA, ofB, both];
}

function wholeOf({ losses, predictions, rows, halves: { clusters } }: Searched): Half {
  if (predictions === undefined) return { losses, adjusted: losses, rows, clusters };
  const adjusted = withoutSize(losses, predictions.map(Math.abs));
  return { losses, adjusted, rows, clusters, strata: strataOf(predictions) };
}

function halfOf({ losses, adjusted, rows, clusters, strata }: Half, at: Int32Array): Half {
  return {
    losses: numbersAt(losses, at),
    adjusted: numbersAt(adjusted, at),
    rows: wholeAt(rows, at),
    clusters: wholeAt(clusters, at),
    ...(strata && { strata: wholeAt(strata, at) }),
  };
}
