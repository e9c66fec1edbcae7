import { type Candidate, isNumeric } from '../candidate';
import { sharesLabels } from '../likeness';

export type Use = 'label' | 'probability' | 'margin';

/**
 * What a column of a classification holds, by its name where that is plain, else by its values. Whole numbers
 * that call themselves predictions are labels, even of classes that no row has.
 */
export function useOf(target: Candidate, one: Candidate): Use {
  if (!isNumeric(one)) return 'label';
  const role = one.said?.role;
  if (role === 'logit' || role === 'margin') return 'margin';
  if (role === 'probability' || role === 'confidence') return 'probability';
  if (one.facts.integer && (role === 'prediction' || sharesLabels(target, one))) return 'label';
  return one.facts.unitShare === 1 ? 'probability' : 'margin';
}
