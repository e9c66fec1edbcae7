import { type Bins, binsOf } from './bins';
import { designEffect } from './designEffect';
import type { Condition, Feature } from './feature';
import type { Half } from './half';
import { bestRange, type Range, rangesOf, type Scanned } from './scan';
import { bestPair } from './scanPair';
import { scoresOf } from './scores';

/** Fine enough for the edges of a range of one row in fifty. */
const fine = { ranges: 100, names: 1000 };
/** Coarse enough for all rectangles of all pairs of features. */
const coarse = { ranges: 12, names: 32 };
/** Features of which all pairs are looked at. */
const mostPaired = 24;
/** Pairs whose edges are looked at again. */
const mostRefined = 8;
const mostFound = 5;
/** The confirming half keeps out what is found by chance, so that here a group may be a little short. */
const leastSurplus = -2;

/** A feature as the search knows it. */
interface Searched {
  readonly fine: Bins;
  readonly fineRanges: readonly Range[];
  readonly coarse: Bins;
  readonly coarseRanges: readonly Range[];
}

interface Part {
  readonly of: Searched;
  readonly range: Range;
}

interface Candidate {
  readonly parts: readonly Part[];
  /** Gain in fit less the logarithm of the number of groups of its kind. */
  readonly surplus: number;
}

interface Search {
  readonly features: readonly Searched[];
  readonly scanned: Scanned;
}

/**
 * The groups of some rows that fit the losses best beyond what the best of so many groups would by chance,
 * one after the other, each after the ones before it have been taken out.
 */
export async function discover(
  features: readonly Feature[],
  { rows, losses, clusters }: Half,
  least: number,
  pause: () => Promise<void>,
): Promise<readonly (readonly Condition[])[]> {
  const found: (readonly Condition[])[] = [];
  const searched: Searched[] = [];
  for (const feature of features) {
    await pause();
    searched.push(searchedOf(feature, rows, least));
  }
  const { values, variance: single } = scoresOf(losses);
  const variance = single * designEffect(values, clusters);
  const scores = values.slice();
  while (found.length < mostFound && variance > 0) {
    const total = scores.reduce((sum, x) => sum + x, 0);
    const search = { features: searched, scanned: { scores, total, variance, least } };
    const best = await bestCandidate(search, pause);
    if (best === null || best.surplus <= leastSurplus) break;
    const parts = best.parts.toSorted((a, b) => searched.indexOf(a.of) - searched.indexOf(b.of));
    found.push(parts.map(conditionOf));
    takeOut(best.parts, scores, total);
  }
  return found;
}

function searchedOf(feature: Feature, rows: Int32Array, least: number): Searched {
  const fineBins = binsOf(feature, rows, { ...fine, least });
  const coarseBins = binsOf(feature, rows, { ...coarse, least });
  return {
    fine: fineBins,
    fineRanges: rangesOf(fineBins),
    coarse: coarseBins,
    coarseRanges: rangesOf(coarseBins),
  };
}

function conditionOf({ of, range }: Part): Condition {
  return { feature: of.fine.feature, test: of.fine.testOf(range.first, range.last) };
}

/** The best of one feature, of two, and that one with a further condition. */
async function bestCandidate(
  search: Search,
  pause: () => Promise<void>,
): Promise<Candidate | null> {
  const singles = search.features.flatMap(feature => single(search, [], feature) ?? []);
  const pairs = await refinedPairs(search, mostTelling(search, singles), pause);
  const best = largest([...singles, ...pairs]);
  if (best === null || best.parts.length < 2) return best;
  return largest([best, ...extensions(search, best)]);
}

function largest(candidates: readonly Candidate[]): Candidate | null {
  return candidates.reduce<Candidate | null>(
    (best, candidate) =>
      candidate.surplus > (best?.surplus ?? Number.NEGATIVE_INFINITY) ? candidate : best,
    null,
  );
}

/** The best range of a feature among the rows of the other parts. */
function single(search: Search, others: readonly Part[], of: Searched): Candidate | null {
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
function mostTelling({ features }: Search, singles: readonly Candidate[]): readonly Searched[] {
  if (features.length <= mostPaired) return features;
  const order = singles.toSorted((a, b) => b.surplus - a.surplus);
  return order.slice(0, mostPaired).map(({ parts }) => parts[0]!.of);
}

/** The best pairs on coarse bins, with the edges they have on fine ones. */
async function refinedPairs(
  search: Search,
  features: readonly Searched[],
  pause: () => Promise<void>,
): Promise<readonly Candidate[]> {
  const found: Candidate[] = [];
  for (const [i, a] of features.entries()) {
    await pause();
    found.push(...features.slice(i + 1).flatMap(b => pairOf(search, a, b) ?? []));
  }
  found.sort((x, y) => y.surplus - x.surplus);
  return found.slice(0, mostRefined).map(candidate => refined(search, candidate));
}

function pairOf(search: Search, a: Searched, b: Searched): Candidate | null {
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
function fineRange({ coarse: from, fine: to }: Searched, { first, last, cost }: Range): Range {
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

function maskOf(parts: readonly Part[], n: number): Uint8Array {
  const mask = new Uint8Array(n).fill(1);
  for (const { of, range } of parts) {
    const { codes } = of.fine;
    for (let i = 0; i < n; i++) {
      mask[i]! &= Number(codes[i]! >= range.first) & Number(codes[i]! <= range.last);
    }
  }
  return mask;
}

/** Makes a group as good as the rest, so that what is found next is not found for its sake. */
function takeOut(parts: readonly Part[], scores: Float64Array, total: number): void {
  const mask = maskOf(parts, scores.length);
  let count = 0;
  let sum = 0;
  for (let i = 0; i < scores.length; i++) {
    if (mask[i] === 0) continue;
    count += 1;
    sum += scores[i]!;
  }
  const level = (total - sum) / (scores.length - count) / (sum / count);
  for (let i = 0; i < scores.length; i++) if (mask[i] === 1) scores[i]! *= level;
}
