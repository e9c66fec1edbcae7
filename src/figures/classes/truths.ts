import { confidentFrom, regionIndex } from '../../core/measures/region';
import {
  predictedFill,
  truthFill,
  type WithProbability,
} from '../../core/measures/trueProbability';
import { memoOf } from '../../core/memo/memoOf';
import { fillLength } from '../../core/statistics/fill';
import { topOfFilled } from '../../core/statistics/topOf';
import { maxPoints, worstShare } from '../drawing/drawnSamples';

/** The probabilities given to the true class, at a glance. */
export interface Truths {
  /** Samples with the lowest, ties by index; at most a tenth of the points of a figure. */
  readonly lowest: readonly number[];
  /** The smallest above 0 that occurs; 1 when none does. */
  readonly smallestAbove0: number;
  /** Samples by region, in the order of `regions`. */
  readonly regions: Float64Array;
  /** Samples whose probability of the true class alone would put them into another region, by that region. */
  readonly otherwise: Float64Array;
  readonly zeros: number;
  /** Samples in equal bins of [0, 1]. */
  readonly counts: Float64Array;
}

export const truthBins = 200;

/** Found in one pass and kept with the samples. */
export function truthsOf(model: WithProbability): Truths {
  return memoOf(model).get('truths', () => measured(model));
}

function measured(model: WithProbability): Truths {
  const truths = truthFill(model);
  const confidences = predictedFill(model);
  const { predicted, target } = model;
  const counts = new Float64Array(truthBins);
  const regions = new Float64Array(3);
  const otherwise = new Float64Array(3);
  const sure = new Float64Array(fillLength);
  let [zeros, smallestAbove0] = [0, 1];
  const lowest = topOfFilled(model.n, Math.ceil(maxPoints * worstShare), (from, out) => {
    truths(from, out);
    confidences(from, sure.subarray(0, out.length));
    for (let i = 0; i < out.length; i++) {
      const p = out[i]!;
      const region = regionIndex(Number(predicted[from + i] === target[from + i]), sure[i]!);
      const band = bandOf(p);
      regions[region]! += 1;
      otherwise[band]! += Number(band !== region);
      zeros += Number(p <= 0);
      if (p < smallestAbove0 && p > 0) smallestAbove0 = p;
      counts[Math.min(truthBins - 1, (p * truthBins) | 0)]! += 1;
      out[i] = -p;
    }
  });
  return { lowest, smallestAbove0, regions, otherwise, zeros, counts };
}

/** The region of a sample of two classes by the probability of its true class alone. */
function bandOf(p: number): number {
  return 1 + Number(p >= confidentFrom) - Number(1 - p >= confidentFrom);
}
