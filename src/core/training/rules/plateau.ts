import { significant } from '../../../shared/text';
import { meanOf } from '../curve';
import { asFraction, type Found, type Judged, type TrainingEvidence } from '../evidence';
import {
  clipCeilings,
  doubleSoftmaxLevels,
  levelNear,
  type NamedLevel,
  uninformedLevels,
} from '../levels';
import type { Shape } from '../shape';

/** The loss fell, then stopped at a level that is high: one that names its cause, or one with a low score. */
export function plateau({ train, validation, score }: TrainingEvidence): Found | null {
  const judged = train ?? validation;
  if (judged === null || !isFlatAtTheEnd(judged.shape)) return null;
  const level = namedLevel(judged, score);
  const low = score !== null && scoreStaysLow(score) && fellLittle(judged.shape);
  if (level === undefined && !low) return null;
  const { end } = judged.shape;
  const cause =
    level === undefined
      ? `${score?.name} ends at ${significant(-score!.shape.end, 3)}, hardly above where it began.`
      : `This is ${level.text}.`;
  return {
    text: `Plateau: ${judged.name} has stopped at ${significant(end)}. ${cause}`,
    doubt:
      'It could be wrong if the level is a coincidence, or if the loss moves on after a pause.',
    numbers: {
      series: judged.name,
      end,
      classes: level?.classes ?? null,
      level: level?.value ?? null,
    },
  };
}

/** The last third falls by less than a fiftieth of all that was gained. */
function isFlatAtTheEnd(shape: Shape): boolean {
  return Math.abs(lateFall(shape)) < 0.02 * (shape.start - shape.lowest);
}

/** How far the level falls over the last third; negative when it rises. */
export function lateFall({ y, window }: Shape): number {
  const from = Math.min(Math.floor((y.length * 2) / 3), y.length - window);
  return meanOf(y, from, from + window) - meanOf(y, y.length - window);
}

function fellLittle({ start, lowest }: Shape): boolean {
  return start - lowest < 0.1 * Math.abs(start);
}

function scoreStaysLow(score: Judged): boolean {
  const last = asFraction(score, -score.shape.end);
  return last < 0.6 && last - asFraction(score, -score.shape.start) < 0.1;
}

function namedLevel({ shape }: Judged, score: Judged | null): NamedLevel | undefined {
  const { start, end } = shape;
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
  return asFraction(score, -score.shape.end) < 1.6 / (classes ?? 1);
}

/** At the floor of a doubled softmax nearly every decision is right, yet the loss is far from 0. */
function doublySoftened(level: NamedLevel, end: number, score: Judged | null): boolean {
  if (Math.abs(end - level.value) > 0.01 * level.value) return false;
  if (score?.curve.series.quantity === 'accuracy') {
    return asFraction(score, -score.shape.end) > 0.9;
  }
  return (level.classes ?? 0) > 2;
}
