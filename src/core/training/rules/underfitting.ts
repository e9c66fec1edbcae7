import { significant } from '../../../shared/text';
import { gainOf } from '../course';
import { meanOf } from '../curve';
import { asFraction, type Found, hasEnough, type Judged, type TrainingEvidence } from '../evidence';
import type { History } from '../history';
import { levelNear, type NamedLevel, uninformedLevels } from '../levels';
import { endsOf, told } from '../sentences';
import { tailOf } from '../tail';
import { trendOf } from '../trend';

/** The training loss never left the neighbourhood of its start, and what is known speaks for ignorance. */
export function underfitting({
  history,
  train,
  validation,
  score,
}: TrainingEvidence): Found | null {
  const judged = train ?? validation;
  if (judged === null || !hasEnough(judged)) return null;
  if (judged.curve.series.direction !== 'lower') return null;
  if (score !== null && scoreShowsLearning(score)) return null;
  const level = levelNear(uninformedLevels, judged.course.end, 0.01);
  if (!staysPut(judged, level !== undefined)) return null;
  if (level === undefined && (train === null || !beginsAtTheBeginning(history) || moves(judged))) {
    return null;
  }
  const { first, last } = endsOf(judged);
  return {
    text: told(
      `Underfitting: ${judged.name} starts at ${significant(first)} and ends at ${significant(last)}; next to nothing was learned.`,
      level === undefined ? '' : `This is ${level.text}${chanceText(level, score)}.`,
      'A larger learning rate, unfrozen weights or a check of the labels would be the first things to try.',
    ),
    doubt:
      'It could be wrong if the log begins after most of the learning was done, as in fine-tuning.',
    numbers: {
      series: judged.name,
      start: first,
      end: last,
      classes: level?.classes ?? null,
    },
  };
}

/**
 * True when the level stays, its uncertainty included, within a twentieth of the start at the level of an
 * uninformed classifier, and within a hundredth anywhere else.
 */
export function staysPut({ course }: Judged, uninformed = false): boolean {
  const { noise, window, calm, end, start, lowest } = course;
  const error = Number.isNaN(noise) ? 0 : noise * Math.sqrt(2 / window);
  const fall = meanOf(calm, 0, window) - end;
  const limit = (uninformed ? 0.05 : 0.01) * Math.abs(start);
  return Math.abs(fall) + 2 * error < limit && end - lowest < limit + 2 * error;
}

/** A loss that falls bit by bit to the end is learning, however slowly. */
function moves({ course }: Judged): boolean {
  return tailOf(course).errors >= 4;
}

/** A log that begins at epoch or step 0 or 1, or at no later x than one stride. */
function beginsAtTheBeginning({ x }: History): boolean {
  const first = x.values[0] ?? 0;
  const second = x.values.find(value => value > first) ?? first;
  return x.kind === 'row' || x.kind === 'wall-time' || first <= Math.max(1, second - first);
}

/** A fall of so many standard deviations over the whole course is no chance, whatever the noise. */
const certainTrend = 3;

/** Fell below its start by more than chance and by an amount that matters. */
export function hasLearned({ course }: Judged): boolean {
  const { noise, window, calm, y, start, lowest } = course;
  const fall = gainOf(course);
  if (fall < 0.02 * Math.abs(start)) return false;
  if (Number.isNaN(noise)) return fall > 0;
  const levelFall = meanOf(calm, 0, window) - lowest;
  const error = noise * Math.sqrt(2 / window);
  if (levelFall > 5 * error || trendOf(calm) < -certainTrend) return true;
  return fall > 5 * noise && fellAtOnce(y);
}

/** The first value lies above all others: a fall too fast to show in the levels, and no value among others. */
function fellAtOnce(y: Float64Array): boolean {
  return y.every((value, i) => i === 0 || value < y[0]!);
}

/** A score that is high or has clearly risen speaks against a model that learned nothing. */
export function scoreShowsLearning(score: Judged): boolean {
  const last = asFraction(score, -score.course.end);
  const first = asFraction(score, -score.course.start);
  return last >= 0.75 || last - first >= 0.1;
}

function chanceText({ classes }: NamedLevel, score: Judged | null): string {
  if (score === null || classes === null || score.curve.series.quantity !== 'accuracy') return '';
  const accuracy = asFraction(score, -score.course.end);
  return accuracy < 1.6 / classes
    ? `, and ${score.name} of ${significant(endsOf(score).last)} is near chance`
    : '';
}
