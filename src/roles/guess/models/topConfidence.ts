import type { Candidate } from '../candidate';

/** Never below one half although both classes are predicted: the confidence in whichever was chosen. */
export function isTopConfidence(probability: Candidate, label: Candidate): boolean {
  return probability.facts.min >= 0.5 && label.facts.labels.size > 1;
}
