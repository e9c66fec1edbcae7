import { plural, significant } from '../../../shared/text';
import type { Found, TrainingEvidence } from '../evidence';
import { overfitting } from './overfitting';

/** Fewer values say nothing unless they say it loudly. */
const fewest = 3;
const enough = 5;

/** Too few values to tell a trend from chance. */
export function tooShort(evidence: TrainingEvidence): Found | null {
  const judged = evidence.validation ?? evidence.train;
  if (judged === null) return null;
  const n = judged.curve.y.length;
  if (n >= enough || (n >= fewest && overfitting(evidence) !== null)) return null;
  const last = judged.curve.y.at(-1);
  const end = last === undefined ? '' : ` It ends at ${significant(last)}.`;
  return {
    text: `Too short: ${judged.name} has ${plural(n, 'value')}, too few to tell a trend from chance.${end}`,
    doubt: 'More epochs would tell.',
    numbers: { series: judged.name, n },
  };
}
