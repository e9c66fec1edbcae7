import { binsOf } from './bins';
import {
  type Candidate,
  candidatesOf,
  maskOf,
  type Part,
  type SearchedFeature,
} from './candidates';
import { designEffect } from './designEffect';
import type { Condition, Feature } from './feature';
import type { Half } from './half';
import { rangesOf } from './scan';
import { scoresOf } from './scores';

/** Fine enough for the edges of a range of one row in fifty. */
const fine = { ranges: 100, names: 1000 };
/** Coarse enough for all rectangles of all pairs of features. */
const coarse = { ranges: 12, names: 32 };
const mostRounds = 5;

/** How much is asked of what is found. */
export interface Demand {
  /** Rows of a group. */
  readonly least: number;
  /** What the best of a round has to gain beyond the best of so many groups by chance. */
  readonly surplus: number;
  /** Groups of other features that are told beside the best, in the first round and in each further one. */
  readonly alternatives: readonly [number, number];
}

export interface Discovered {
  readonly where: readonly Condition[];
  /** Groups of one round are several ways to tell what may be the same rows. */
  readonly round: number;
}

/**
 * The groups of some rows that fit the losses best beyond what the best of so many groups would by chance, in
 * rounds, each after the best of the rounds before it have been taken out.
 */
export async function discover(
  features: readonly Feature[],
  { rows, adjusted, clusters }: Pick<Half, 'rows' | 'adjusted' | 'clusters'>,
  { least, surplus, alternatives }: Demand,
  pause: () => Promise<void>,
): Promise<readonly Discovered[]> {
  const found: Discovered[] = [];
  const searched: SearchedFeature[] = [];
  for (const feature of features) {
    await pause();
    searched.push(searchedOf(feature, rows, least));
  }
  const { values, variance: single } = scoresOf(adjusted);
  const variance = single * designEffect(values, clusters);
  const scores = values.slice();
  for (let round = 0; round < mostRounds && variance > 0; round++) {
    const total = scores.reduce((sum, x) => sum + x, 0);
    const search = { features: searched, scanned: { scores, total, variance, least } };
    const candidates = await candidatesOf(search, pause);
    const [best] = candidates;
    if (best === undefined || best.surplus <= surplus) break;
    const told = candidates.slice(0, 1 + alternatives[round === 0 ? 0 : 1]);
    found.push(...told.map(one => ({ where: conditionsOf(one, searched), round })));
    takeOut(best.parts, scores, total);
  }
  return found;
}

function searchedOf(feature: Feature, rows: Int32Array, least: number): SearchedFeature {
  const fineBins = binsOf(feature, rows, { ...fine, least });
  const coarseBins = binsOf(feature, rows, { ...coarse, least });
  return {
    fine: fineBins,
    fineRanges: rangesOf(fineBins),
    coarse: coarseBins,
    coarseRanges: rangesOf(coarseBins),
  };
}

/** In the order of the features. */
function conditionsOf(
  { parts }: Candidate,
  searched: readonly SearchedFeature[],
): readonly Condition[] {
  return parts
    .toSorted((a, b) => searched.indexOf(a.of) - searched.indexOf(b.of))
    .map(({ of, range }) => ({
      feature: of.fine.feature,
      test: of.fine.testOf(range.first, range.last),
    }));
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
