import type { Bins } from './bins';
import { bestRange, type Range, type Scanned } from './scan';
import { bestPair } from './scanPair';

/** Features of which all pairs are looked at. */
const mostPaired = 24;
/** Pairs whose edges are looked at again. */
const mostRefined = 8;

/** A feature as the search knows it: fine enough for edges, coarse enough for all rectangles of all pairs. */
export interface SearchedFeature {
  readonly fine: Bins;
  readonly fineRanges: readonly Range[];
  readonly coarse: Bins;
  readonly coarseRanges: readonly Range[];
}

export interface Part {
  readonly of: SearchedFeature;
  readonly range: Range;
}

export interface Candidate {
  readonly parts: readonly Part[];
  /** Gain in fit less the logarithm of the number of groups of its kind. */
  readonly surplus: number;
}

export interface Search {
  readonly features: readonly SearchedFeature[];
  readonly scanned: Scanned;
}

/**
 * The best groups of one feature, of two, and the best of all with a further condition: one for each set of
 * features, those first that fit best.
 */
export async function candidatesOf(
  search: Search,
  pause: () => Promise<void>,
): Promise<readonly Candidate[]> {
  const singles = search.features.flatMap(feature => single(search, [], feature) ?? []);
  const pairs = await refinedPairs(search, mostTelling(search, singles), pause);
  const found = [...singles, ...pairs].sort(bySurplus);
  const [best] = found;
  if (best === undefined || best.parts.length < 2) return found;
  return [...found, ...extensions(search, best)].sort(bySurplus);
}

function bySurplus(a: Candidate, b: Candidate): number {
  return b.surplus - a.surplus;
}

/** The best range of a feature among the rows of the other parts. */
function single(search: Search, others: readonly Part[], of: SearchedFeature): Candidate | null {
  const mask = others.length === 0 ? undefined : maskOf(others, search.scanned.scores.length);
  const found = bestRange(of.fine, of.fineRanges, search.scanned, mask);
  if (found === null) return null;
  return candidateOf(search, [...others, { of, range: found.range }], found.surplus, others);
}

/** `own` is the surplus of the last part, or of both of a pair: the costs of the others come off it too. */
function candidateOf(
  { features }: Search,
  parts: readonly Part[],
  own: number,
  others: readonly Part[] = [],
): Candidate {
  const ofOthers = others.reduce((sum, { range }) => sum + range.cost, 0);
  return { parts, surplus: own - ofOthers - logChoose(features.length, parts.length) };
}

function logChoose(n: number, k: number): number {
  let log = 0;
  for (let i = 0; i < k; i++) log += Math.log((n - i) / (i + 1));
  return log;
}

function extensions(search: Search, { parts }: Candidate): readonly Candidate[] {
  const others = search.features.filter(feature => parts.every(({ of }) => of !== feature));
  return others.flatMap(feature => single(search, parts, feature) ?? []);
}

/** The features whose best groups fit best: of very many, pairs are looked for among those alone. */
function mostTelling(
  { features }: Search,
  singles: readonly Candidate[],
): readonly SearchedFeature[] {
  if (features.length <= mostPaired) return features;
  const order = singles.toSorted(bySurplus);
  return order.slice(0, mostPaired).map(({ parts }) => parts[0]!.of);
}

/** The best pairs on coarse bins, with the edges they have on fine ones. */
async function refinedPairs(
  search: Search,
  features: readonly SearchedFeature[],
  pause: () => Promise<void>,
): Promise<readonly Candidate[]> {
  const found: Candidate[] = [];
  for (const [i, a] of features.entries()) {
    await pause();
    found.push(...features.slice(i + 1).flatMap(b => pairOf(search, a, b) ?? []));
  }
  found.sort(bySurplus);
  return found.slice(0, mostRefined).map(candidate => refined(search, candidate));
}

function pairOf(search: Search, a: SearchedFeature, b: SearchedFeature): Candidate | null {
  if (a.fine.feature.column === b.fine.feature.column) return null;
  const pair = bestPair(a.coarse, b.coarse, a.coarseRanges, b.coarseRanges, search.scanned);
  if (pair === null) return null;
  const [ofA, ofB] = pair.ranges;
  const parts = [
    { of: a, range: fineRange(a, ofA) },
    { of: b, range: fineRange(b, ofB) },
  ];
  return candidateOf(search, parts, pair.surplus);
}

/** The fine bins that lie in coarse ones, as near as they do. */
function fineRange(
  { coarse: from, fine: to }: SearchedFeature,
  { first, last, cost }: Range,
): Range {
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < from.codes.length; i++) {
    const code = from.codes[i]!;
    if (code < first || code > last) continue;
    low = Math.min(low, to.codes[i]!);
    high = Math.max(high, to.codes[i]!);
  }
  return { first: low, last: high, cost };
}

/** Looks for each range anew while the others stay, until none changes. */
function refined(search: Search, candidate: Candidate): Candidate {
  let best = candidate;
  for (let round = 0; round < 4; round++) {
    const before = best;
    for (const { of } of candidate.parts) {
      const others = best.parts.filter(part => part.of !== of);
      const next = single(search, others, of);
      if (next !== null && next.surplus > best.surplus) best = next;
    }
    if (best === before) break;
  }
  return best;
}

/** 1 for each row that is in all parts. */
export function maskOf(parts: readonly Part[], n: number): Uint8Array {
  const mask = new Uint8Array(n).fill(1);
  for (const { of, range } of parts) {
    const { codes } = of.fine;
    for (let i = 0; i < n; i++) {
      mask[i]! &= Number(codes[i]! >= range.first) & Number(codes[i]! <= range.last);
    }
  }
  return mask;
}
