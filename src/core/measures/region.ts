import type { Region } from '../../shared/lossReport';
import { predictedProbabilityAt, type WithProbability } from './trueProbability';

/** Probability of the predicted class from which a sample counts as confident. */
export const confidentFrom: number = 2 / 3;

/** From the worst to the best, as they are counted and drawn. */
export const regions = ['confident-wrong', 'unsure', 'confident-right'] as const;

/**
 * How sure a classifier was and whether it was right: the predicted class decides, the one that accuracy counts, and
 * the probability given to it. Index into `regions`; no branch depends on the data.
 */
export function regionIndex(isRight: number, predictedProbability: number): number {
  return 1 + Number(predictedProbability >= confidentFrom) * (2 * isRight - 1);
}

/** Region of every sample. */
export function regionAt(model: WithProbability): (i: number) => Region {
  const probabilityAt = predictedProbabilityAt(model);
  const { predicted, target } = model;
  return i => regions[regionIndex(Number(predicted[i] === target[i]), probabilityAt(i))]!;
}
