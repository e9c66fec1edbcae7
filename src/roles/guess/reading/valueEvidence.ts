import type { NameRoleId } from '../../../names/nameRole';
import { type Candidate, isFraction, isNumeric, isTextLabels, isTwoLabels } from '../candidate';
import { chanceCorrected, correlation, sharesLabels, varianceBetween } from '../likeness';
import type { Evidence } from './evidence';

const scores: ReadonlySet<NameRoleId> = new Set([
  'probability',
  'confidence',
  'score',
  'logit',
  'margin',
]);
const wrongKind = -8;

/** How well the values of a column go with the target, as numbers, classes or chances of classes. */
export function valueEvidence(target: Candidate, one: Candidate): Evidence[] {
  if (isTextLabels(target) || target.column.kind === 'boolean') return besideNames(target, one);
  if (!isNumeric(target)) return [{ kind: 'classes', points: wrongKind }];
  if (!isNumeric(one)) {
    return isTextLabels(one) && sharesLabels(target, one)
      ? sharedClasses(target, one)
      : [{ kind: 'classes', points: wrongKind }];
  }
  return isTwoLabels(target) && target.facts.integer
    ? besideTwo(target, one)
    : besideNumbers(target, one);
}

/** Beside classes that have names. */
function besideNames(target: Candidate, one: Candidate): Evidence[] {
  if (isTextLabels(one) || one.column.kind === 'boolean' || isCoded(target, one)) {
    return sharesLabels(target, one)
      ? sharedClasses(target, one)
      : [{ kind: 'classes', points: wrongKind }];
  }
  if (!isNumeric(one)) return [{ kind: 'classes', points: wrongKind }];
  if (isFraction(one)) return [{ kind: 'unit', points: isTwoLabels(target) ? 2 : 0 }];
  if (!isScore(one)) return [{ kind: 'unit', points: wrongKind }];
  const tells = isTwoLabels(target) && varianceBetween(target, one) > leastBetween;
  return [{ kind: 'unit', points: tells ? 2 : 0 }];
}

/** A score of any size that tells two classes apart in earnest. */
const leastBetween = 0.15;

/** 0 and 1 beside `True` and `False`. */
function isCoded(target: Candidate, one: Candidate): boolean {
  return isNumeric(one) && one.facts.integer && sharesLabels(target, one);
}

/** Beside two numbers that stand for classes. */
function besideTwo(target: Candidate, one: Candidate): Evidence[] {
  const areClasses = one.facts.integer && sharesLabels(target, one);
  // A chance of 0 or 1 that is wrong as a rule is a bad chance, no other column.
  if (areClasses && !(isScore(one) && isChance(one))) return sharedClasses(target, one);
  if (isChance(one)) return [{ kind: 'unit', points: 2 }, course(target, one, 2)];
  if (isScore(one)) return [{ kind: 'unit', points: 1 }];
  return [{ kind: 'scale', points: inRange(target, one) ? 0.5 : -2 }];
}

/** Beside measured numbers, or the numbers of several classes. */
function besideNumbers(target: Candidate, one: Candidate): Evidence[] {
  const isOffScale = isFraction(one) && target.facts.unitShare < 1;
  if (isOffScale && isScore(one) && !canBeCodes(target)) {
    return [{ kind: 'unit', points: wrongKind }];
  }
  if (!inRange(target, one)) return [{ kind: 'scale', points: isScore(one) ? 0 : -3 }];
  return [{ kind: 'scale', points: 1.5 }, course(target, one, 4)];
}

const maxCodes = 100;

/** Few whole numbers, which may be codes of classes. */
function canBeCodes({ facts }: Candidate): boolean {
  return facts.integer && facts.labels.size <= maxCodes;
}

/** Numbers in [0, 1], the ends alone included. */
function isChance({ facts }: Candidate): boolean {
  return facts.unitShare === 1;
}

function isScore({ said }: Candidate): boolean {
  return said !== null && scores.has(said.role);
}

function sharedClasses(target: Candidate, one: Candidate): Evidence[] {
  return [{ kind: 'classes', points: 1 + 4 * Math.max(0, chanceCorrected(target, one)) }];
}

/** Moves with the target: up to `most` points, by the share of its variance. */
function course(target: Candidate, one: Candidate, most: number): Evidence {
  const r = correlation(target, one);
  return { kind: 'course', points: r > 0 ? most * r * r : 0 };
}

/** How many times wider than the target a prediction may spread. */
const widest = 10;

/** True for numbers about where the target's are, however little they vary. */
function inRange({ facts: target }: Candidate, { facts }: Candidate): boolean {
  const span = target.max - target.min;
  if (span === 0) return Math.abs(facts.mean - target.mean) <= facts.max - facts.min;
  const isNear = facts.mean >= target.min - span && facts.mean <= target.max + span;
  return isNear && facts.max - facts.min <= widest * span;
}
