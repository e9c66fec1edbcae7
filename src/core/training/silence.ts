import { significant } from '../../shared/text';
import { gainOf, riseOf } from './course';
import { asWritten, type Found, type Judged, type TrainingEvidence } from './evidence';
import { zerosToEnd } from './rules/diverged';
import { risesAgain } from './rules/overfitting';
import { hasLearned, staysPut } from './rules/underfitting';
import { absenceText, courseText, oddValuesText, rateText, told, wordsFor } from './sentences';
import { endsNearItsBest, tailOf, tailText, tooNoisy } from './tail';

/** Why no verdict is given: what the curve does, and what is missing for saying more. */
export function silence(evidence: TrainingEvidence): Found {
  const { history, leading, score } = evidence;
  const judged = leading ?? score;
  if (judged === null || judged.curve.y.length === 0) {
    const text = told('No loss and no score was found in this log.', absenceText(evidence));
    return { text, doubt: '', numbers: {} };
  }
  const reason = reasons.find(({ holds }) => holds(evidence, judged)) ?? lastReason;
  return {
    text: told(
      `No verdict: ${courseText(history, judged)}; ${reason.text(evidence, judged)}.`,
      absenceText(evidence),
      rateText(evidence),
      oddValuesText(evidence),
    ),
    doubt: '',
    numbers: { series: judged.name },
  };
}

interface Reason {
  readonly holds: (evidence: TrainingEvidence, judged: Judged) => boolean;
  readonly text: (evidence: TrainingEvidence, judged: Judged) => string;
}

/** In the order in which they are asked. */
const reasons: readonly Reason[] = [
  {
    holds: ({ leading }) => leading === null,
    text: () => 'there is no training or validation loss in this log',
  },
  {
    holds: (_, { curve }) => curve.endsNonFinite,
    text: (_, { curve }) =>
      `its last value is ${Number.isNaN(curve.series.values.at(-1)!) ? 'NaN' : 'infinite'}, and one value does not tell whether it stays so`,
  },
  {
    holds: ({ train }) => train !== null && zerosToEnd(train) !== null,
    text: ({ train }) =>
      `${train?.name} drops to exactly 0 from one value to the next, which no training does: an overflow or empty targets are likelier than a perfect model`,
  },
  {
    holds: (_, judged) => risesAgain(judged),
    text: ({ train, validation }, judged) =>
      train === null || validation === null
        ? `${judged.name} ${wordsFor(judged).worsens} again after its best, and without a ${train === null ? 'training' : 'validation'} loss beside it the cause cannot be told`
        : `${judged.name} ${wordsFor(judged).worsens} again after its best, but ${train.name} does not go on ${wordsFor(train).falling} meanwhile, so this is not overfitting; data, learning rate and regularisation are worth a look`,
  },
  {
    holds: (_, judged) => staysPut(judged),
    text: (_, judged) =>
      `${judged.name} hardly leaves its start, and nothing in this log says whether nothing was learned or the learning was done before it begins`,
  },
  {
    holds: (_, judged) => !hasLearned(judged),
    text: (_, { course }) =>
      `its levels differ by ${significant(Math.max(0, gainOf(course)), 2)} and single values scatter by ${significant(course.noise, 2)}, which is too much to tell a trend from chance`,
  },
  {
    holds: (_, { course }) => tooNoisy(course),
    text: (_, judged) =>
      `its late values scatter by ${significant(judged.course.lateNoise, 2)} about a level of ${significant(asWritten(judged, judged.course.end), 2)}, too much to tell whether it is flat`,
  },
  {
    holds: (_, { course }) => !endsNearItsBest(course),
    text: (_, { course }) =>
      `it ends above its best, and whether that is chance or a turn cannot be told from so few late values (${significant(riseOf(course).errors, 2)} standard errors)`,
  },
];

/** What the last values do, which is neither surely flat nor surely a change. */
const lastReason: Reason = {
  holds: () => true,
  text: (_, judged) => {
    const tail = tailOf(judged.course);
    const { fall, errors } = tail;
    const verb = fall > 0 ? wordsFor(judged).betters : wordsFor(judged).worsens;
    return `over ${tailText(judged.course, tail)} it ${verb} by about ${significant(Math.abs(fall), 2)}, which is ${significant(Math.abs(errors), 2)} standard errors: neither surely flat nor surely a change`;
  },
};
