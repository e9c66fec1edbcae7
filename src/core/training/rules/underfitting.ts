import { significant } from '../../../shared/text';
import { meanOf } from '../curve';
import { asFraction, type Found, type Judged, type TrainingEvidence } from '../evidence';
import { levelNear, type NamedLevel, uninformedLevels } from '../levels';

/** The training loss never left the neighbourhood of its start. */
export function underfitting({ train, validation, score }: TrainingEvidence): Found | null {
  const judged = train ?? validation;
  if (judged === null || (score !== null && scoreShowsLearning(score))) return null;
  const { start, end } = judged.shape;
  const level = levelNear(uninformedLevels, end, 0.01);
  if (!staysPut(judged, level !== undefined) || (train === null && level === undefined))
    return null;
  const near = level === undefined ? '' : ` This is ${level.text}${chanceText(level, score)}.`;
  return {
    text: `Underfitting: ${judged.name} starts at ${significant(start)} and ends at ${significant(end)}; next to nothing was learned.${near} A larger learning rate, unfrozen weights or a check of the labels would be the first things to try.`,
    doubt:
      'It could be wrong if the log begins after most of the learning was done, as in fine-tuning.',
    numbers: { series: judged.name, start, end, classes: level?.classes ?? null },
  };
}

/**
 * True when the whole fall, its uncertainty included, is under a twentieth of the start at the level of an
 * uninformed classifier, and under a hundredth anywhere else.
 */
function staysPut({ shape }: Judged, uninformed: boolean): boolean {
  const noise = Number.isNaN(shape.noise) ? 0 : shape.noise * Math.sqrt(2 / shape.window);
  const fall = meanOf(shape.y, 0, shape.window) - shape.end;
  return fall + 2 * noise < (uninformed ? 0.05 : 0.01) * Math.abs(shape.start);
}

/** Fell below its start by more than chance. */
export function hasLearned({ shape }: Judged): boolean {
  const fall = shape.start - shape.lowest;
  if (Number.isNaN(shape.noise)) return fall > 0;
  const levelFall = meanOf(shape.y, 0, shape.window) - shape.lowest;
  return fall > 4 * shape.noise || levelFall > 4 * shape.noise * Math.sqrt(2 / shape.window);
}

/** A score that is high or has clearly risen speaks against a model that learned nothing. */
export function scoreShowsLearning(score: Judged): boolean {
  const last = asFraction(score, -score.shape.end);
  const first = asFraction(score, -score.shape.start);
  return last >= 0.75 || last - first >= 0.1;
}

function chanceText({ classes }: NamedLevel, score: Judged | null): string {
  if (score === null || classes === null || score.curve.series.quantity !== 'accuracy') return '';
  const accuracy = asFraction(score, -score.shape.end);
  return accuracy < 1.6 / classes
    ? `, and ${score.name} of ${significant(accuracy, 3)} is near chance`
    : '';
}
