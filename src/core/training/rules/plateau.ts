import { plural, significant } from '../../../shared/text';
import { gainOf } from '../course';
import { asFraction, type Found, hasEnough, type Judged, type TrainingEvidence } from '../evidence';
import { type Frozen, frozenOf } from '../frozen';
import {
  clipCeilings,
  doubleSoftmaxLevels,
  levelNear,
  type NamedLevel,
  uninformedLevels,
} from '../levels';
import { endsOf, placeText, rateText, told } from '../sentences';
import { tailOf } from '../tail';
import { hasLearned } from './underfitting';

/** Why a loss that has stopped is too high, in one sentence. */
interface Cause {
  readonly text: string;
  readonly level: NamedLevel | null;
}

/** The loss fell, then stopped at a level that is high: one that names its cause, or one with a low score. */
export function plateau(evidence: TrainingEvidence): Found | null {
  const judged = evidence.train ?? evidence.validation;
  if (judged === null || !hasEnough(judged)) return null;
  const cause = causeOf(evidence, judged);
  if (cause === null) return null;
  const { last } = endsOf(judged);
  return {
    text: told(
      `Plateau: ${judged.name} has stopped at ${significant(last)}. ${cause.text}`,
      rateText(evidence),
    ),
    doubt:
      'It could be wrong if the level is a coincidence, or if the loss moves on after a pause.',
    numbers: {
      series: judged.name,
      end: last,
      classes: cause.level?.classes ?? null,
      level: cause.level?.value ?? null,
    },
  };
}

function causeOf({ history, score }: TrainingEvidence, judged: Judged): Cause | null {
  const low = score !== null && scoreStaysLow(score) ? score : null;
  const frozen = frozenOf(judged);
  if (!hasLearned(judged) && low === null) return null;
  if (frozen === null && !isFlatAtTheEnd(judged)) return null;
  const level = namedLevel(judged, score);
  if (level !== undefined) return { text: `This is ${level.text}.`, level };
  if (low !== null && fellLittle(judged)) {
    const end = significant(endsOf(low).last);
    return { text: `${low.name} ends at ${end}, hardly above where it began.`, level: null };
  }
  return frozen === null
    ? null
    : { text: frozenText(judged, frozen, placeText(history, frozen.x)), level: null };
}

function frozenText({ name }: Judged, { count }: Frozen, since: string): string {
  return `${name} is the same number to its last digit in the last ${plural(count, 'value')}, from ${since} on: nothing changes any more, as when gradients vanish or an output is stuck.`;
}

/** The last third changes by less than a fiftieth of all that was gained, or by no more than chance. */
function isFlatAtTheEnd({ course }: Judged): boolean {
  const { fall, errors } = tailOf(course);
  return Math.abs(fall) < 0.02 * gainOf(course) || Math.abs(errors) < 3;
}

function fellLittle({ course }: Judged): boolean {
  return gainOf(course) < 0.1 * Math.abs(course.start);
}

function scoreStaysLow(score: Judged): boolean {
  const last = asFraction(score, -score.course.end);
  return last < 0.6 && last - asFraction(score, -score.course.start) < 0.1;
}

function namedLevel({ course }: Judged, score: Judged | null): NamedLevel | undefined {
  const { start, end } = course;
  const uninformed = levelNear(uninformedLevels, end, 0.003);
  if (uninformed !== undefined && nearChance(uninformed, score, (start - end) / start)) {
    return uninformed;
  }
  const begun = levelNear(uninformedLevels, start, 0.05);
  const doubled = doubleSoftmaxLevels.find(({ classes }) => classes === begun?.classes);
  if (doubled !== undefined && doublySoftened(doubled, end, score)) return doubled;
  return levelNear(clipCeilings, end, 0.001);
}

/** An accuracy near 1 / C settles it; without one the loss must not have fallen by a third. */
function nearChance({ classes }: NamedLevel, score: Judged | null, fallen: number): boolean {
  if (score?.curve.series.quantity !== 'accuracy') return score === null && fallen < 0.3;
  return asFraction(score, -score.course.end) < 1.6 / (classes ?? 1);
}

/** At the floor of a doubled softmax nearly every decision is right, yet the loss is far from 0: only an accuracy shows it. */
function doublySoftened(level: NamedLevel, end: number, score: Judged | null): boolean {
  if (Math.abs(end - level.value) > 0.01 * level.value) return false;
  return score?.curve.series.quantity === 'accuracy' && asFraction(score, -score.course.end) > 0.9;
}
