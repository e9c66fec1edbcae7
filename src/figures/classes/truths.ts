import { confidentRight, confidentWrong } from '../../core/measures/region';
import { truthFill, type WithProbability } from '../../core/measures/trueProbability';
import { foundIn } from '../../core/memo/foundIn';
import { topOfFilled } from '../../core/statistics/topOf';
import { mostPoints, worstShare } from '../drawing/drawnSamples';

/** The probabilities given to the true class, at a glance. */
export interface Truths {
  /** Samples with the lowest, ties by index; at most a tenth of the points of a figure. */
  readonly lowest: readonly number[];
  /** The smallest above 0 that occurs; 1 when none does. */
  readonly smallestAbove0: number;
  readonly right: number;
  readonly wrong: number;
  readonly zeros: number;
  /** Samples in equal bins of [0, 1]. */
  readonly counts: Float64Array;
}

export const truthBins = 200;

/** Found in one pass and kept with the samples. */
export function truthsOf(model: WithProbability): Truths {
  return foundIn(model).get('truths', () => measured(model));
}

function measured(model: WithProbability): Truths {
  const truths = truthFill(model);
  const counts = new Float64Array(truthBins);
  let [right, wrong, zeros, smallestAbove0] = [0, 0, 0, 1];
  const lowest = topOfFilled(model.n, Math.ceil(mostPoints * worstShare), (from, out) => {
    truths(from, out);
    for (let i = 0; i < out.length; i++) {
      const p = out[i]!;
      right += Number(p >= confidentRight);
      wrong += Number(p <= confidentWrong);
      zeros += Number(p <= 0);
      if (p < smallestAbove0 && p > 0) smallestAbove0 = p;
      counts[Math.min(truthBins - 1, (p * truthBins) | 0)]! += 1;
      out[i] = -p;
    }
  });
  return { lowest, smallestAbove0, right, wrong, zeros, counts };
}
