import { type Candidate, isNumeric } from '../candidate';
import { chanceCorrected, concordanceOfNumbers, sharesLabels } from '../likeness';

/** Hardly anything but a prediction says the same so often. */
export const outright = 0.8;
/** As many predictions as features go so well with a target. */
export const likely = 0.5;

const maxCodes = 100;

/**
 * How well a column says what the target says, from -1 to 1: Lin's concordance of numbers (which counts another
 * scale against it), Cohen's kappa of classes, the larger one where numbers may stand for classes.
 */
export function concordance(target: Candidate, one: Candidate): number {
  const areNumbers = isNumeric(target) && isNumeric(one);
  const measured = areNumbers ? concordanceOfNumbers(target, one) : -1;
  const areCodes = target.facts.labels.size <= maxCodes && sharesLabels(target, one);
  const isMeasured = areNumbers && !(target.facts.integer && one.facts.integer);
  return areCodes && !isMeasured ? Math.max(measured, chanceCorrected(target, one)) : measured;
}
