import type { NameRoleId } from '../../../names/nameRole';
import {
  type Candidate,
  isCounter,
  isFraction,
  isNumeric,
  isTextLabels,
  isTwoLabels,
} from '../candidate';
import { correlation, sameScale } from '../likeness';
import { medians } from '../models/regressors';
import { concordance, likely, outright } from './concordance';
import { enough } from './evidence';
import { isFeatureName, sharedWords } from './nameEvidence';
import type { Part } from './reading';
import type { Scene } from './scene';

/** The parts of a reading whose names say nothing, and those whose names do. */
interface Parts {
  readonly bare: readonly Part[];
  readonly told: readonly Part[];
  /** Something calls itself a prediction. */
  readonly isNamed: boolean;
}

/**
 * Columns without a telling name: the classes of the target under any name; numbers only where nothing calls
 * itself a prediction, and they say what the target says, or all that are left go with it.
 */
export function bareParts(scene: Scene, target: Candidate, parts: Parts): readonly Part[] {
  const { bare, told, isNamed } = parts;
  const labels = withSiblings(
    target,
    bare.filter(({ column, points }) => isTextLabels(column) && points >= enough),
    bare,
  );
  const manyClasses = target.facts.labels.size > 2;
  if (isTextLabels(target)) return isNamed && !manyClasses ? [] : labels;
  if (isNamed || medians(scene.survey).length > 0) return [];
  const numbers = bare.filter(({ column }) => isNumeric(column));
  return [...labels, ...bareNumbers(scene, target, numbers, told)];
}

/** `system_b` beside `system_a`: called alike, the same classes, and right more often than by chance. */
function withSiblings(
  target: Candidate,
  found: readonly Part[],
  bare: readonly Part[],
): readonly Part[] {
  if (found.length === 0) return found;
  return bare.filter(
    part =>
      found.includes(part) ||
      (isTextLabels(part.column) &&
        concordance(target, part.column) > 0 &&
        found.some(({ column }) => sharedWords(column.name, part.column.name) > 0)),
  );
}

function bareNumbers(
  scene: Scene,
  target: Candidate,
  numbers: readonly Part[],
  told: readonly Part[],
): readonly Part[] {
  const areAll = numbers.length > 0 && numbers.length === openColumns(scene, target, told);
  const close = numbers.filter(({ column }) => movesAlong(target, column));
  if (told.length > 0) return areAll ? numbers : close;
  const features = numbers.filter(({ column }) => isFeatureName(column.name));
  if (areAll && features.length === 0) {
    const isPair = numbers.length === 1 && isNumberPair(target, numbers[0]!.column);
    if (isPair || close.length === numbers.length) return numbers;
  }
  return saying(target, numbers, features);
}

/** Columns that say what the target says, if one of them does outright; of numbered ones all have to. */
function saying(
  target: Candidate,
  numbers: readonly Part[],
  features: readonly Part[],
): readonly Part[] {
  const byColumn = new Map(numbers.map(part => [part, concordance(target, part.column)]));
  const alike = numbers.filter(part => byColumn.get(part)! >= likely);
  if (features.some(part => !alike.includes(part))) return [];
  return alike.some(part => byColumn.get(part)! >= outright) ? alike : [];
}

const open: ReadonlySet<NameRoleId> = new Set(['group']);

/** Columns beside the target and the told parts that may hold values, whatever their names leave open. */
function openColumns({ columns }: Scene, target: Candidate, told: readonly Part[]): number {
  const taken = new Set([target, ...told.map(({ column }) => column)]);
  return columns.filter(
    one =>
      !taken.has(one) &&
      (one.said === null || open.has(one.said.role)) &&
      !isCounter(one) &&
      (isNumeric(one) || isTextLabels(one)),
  ).length;
}

function movesAlong(target: Candidate, one: Candidate): boolean {
  return correlation(target, one) > 0.5;
}

/** Beside 0 and 1 a lone column of other values is as likely a feature. */
function isNumberPair(target: Candidate, one: Candidate): boolean {
  if (isTwoLabels(target)) return one.facts.unitShare === 1;
  // A similarity, a day of the week or a flag beside numbers of another size is none.
  const isOffScale = isFraction(one) && target.facts.unitShare < 1;
  return movesAlong(target, one) || (sameScale(target, one) && !isOffScale);
}
