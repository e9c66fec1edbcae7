import { plural, significant } from '../../../shared/text';
import { type Found, hasEnough, type TrainingEvidence } from '../evidence';
import { endsOf, told } from '../sentences';
import { overfitting } from './overfitting';

/** Fewer values say nothing unless they say it loudly. */
const fewest = 3;

/** Too few values to tell a trend from chance. */
export function tooShort(evidence: TrainingEvidence): Found | null {
  const { leading } = evidence;
  if (leading === null || hasEnough(leading)) return null;
  const n = leading.curve.y.length;
  if (n >= fewest && overfitting(evidence) !== null) return null;
  const { last } = n === 0 ? { last: undefined } : endsOf(leading);
  return {
    text: told(
      `Too short: ${leading.name} has ${plural(n, 'value')}, too few to tell a trend from chance.`,
      last === undefined ? '' : `It ends at ${significant(last)}.`,
    ),
    doubt: 'More values would tell.',
    numbers: { series: leading.name, n },
  };
}
