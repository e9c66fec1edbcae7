import { percent } from '../../../shared/text';
import { type Found, hasEnough, type TrainingEvidence } from '../evidence';
import { hasRunOut } from '../learningRate';
import {
  absenceText,
  courseText,
  endsOf,
  oddValuesText,
  rateText,
  testAsValidationText,
  told,
  wordsFor,
} from '../sentences';
import { endsNearItsBest, tailOf, tailText } from '../tail';
import { hasLearned } from './underfitting';

/** A fall of this share of all that was gained, within the last third, is still a fall. */
const telling = 0.05;
/** ... and it must be this many of its standard errors. */
const certain = 3;

/** The loss is still falling at the end. */
export function improving(evidence: TrainingEvidence): Found | null {
  const { history, leading, rate } = evidence;
  if (leading === null || !hasEnough(leading) || leading.curve.endsNonFinite) return null;
  const tail = tailOf(leading.course);
  if (!(tail.share >= telling) || !(tail.errors >= certain)) return null;
  if (!hasLearned(leading) || !endsNearItsBest(leading.course, 1)) return null;
  const { first, last } = endsOf(leading);
  const over = rate !== null && hasRunOut(rate);
  return {
    text: told(
      `Improving: ${courseText(history, leading)} and is still ${wordsFor(leading).falling}: about ${percent(Math.min(tail.share, 1), 0)} of what was gained came in ${tailText(leading.course, tail)}.`,
      over
        ? `${rateText(evidence)} More training at that rate would change little.`
        : 'More training would help.',
      absenceText(evidence),
      testAsValidationText(evidence),
      oddValuesText(evidence),
    ),
    doubt: doubtOf(evidence),
    numbers: { series: leading.name, start: first, end: last, lateShare: tail.share },
  };
}

function doubtOf({ rate }: TrainingEvidence): string {
  return rate === null
    ? 'It could be wrong if a learning rate that is not in this log has run out, so that the curve would flatten now.'
    : 'It could be wrong if the last values are low by chance.';
}
