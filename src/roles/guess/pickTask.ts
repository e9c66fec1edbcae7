import type { NameRoleId } from '../../names/nameRole';
import { meaningOf } from '../../names/words';
import type { PredictionTask, Task } from '../../shared/metricId';
import { type Candidate, isFraction, isNumeric, isTextLabels, wordsIn } from './candidate';
import { spreadRows } from './facts';
import { chanceCorrected, correlationOf } from './likeness';
import { classGroupsOf } from './models/classColumns';

export interface TaskPick {
  readonly family: 'regression' | 'classification';
  /** True when the other reading is as good. */
  readonly isOpen: boolean;
}

const sure = (family: TaskPick['family']): TaskPick => ({ family, isOpen: false });

/** Decides by the values whether numbers are measured or classes are named. */
export function pickTask(
  target: Candidate,
  columns: readonly Candidate[],
  chosen: Task | undefined,
): TaskPick {
  if (chosen !== undefined) return sure(isClasses(chosen) ? 'classification' : 'regression');
  if (isTextLabels(target) || !isNumeric(target)) return sure('classification');
  if (target.column.kind === 'boolean') return sure('classification');
  const hasQuantiles = columns.some(({ said }) => said?.role === 'quantile');
  if (!target.facts.integer || hasQuantiles) return sure('regression');
  const values = columns.filter(({ said }) => said === null || isValue(said.role, target));
  const measured = values.some(one => isNumeric(one) && !one.facts.integer && !isFraction(one));
  if (measured) return sure('regression');
  const hasScores = columns.some(({ said }) => said !== null && scoreRoles.has(said.role));
  if (hasScores || hasClassColumns(target, columns)) return sure('classification');
  if (isZeroOne(target)) return sure(values.every(fitsZeroOne) ? 'classification' : 'regression');
  if (values.some(one => isNumeric(one) && !one.facts.integer)) return sure('regression');
  return integersOnly(target, values);
}

const valueRoles: ReadonlySet<string> = new Set([
  'prediction',
  'label',
  'target',
  'score',
  'group',
]);
/** A score of any size beside 0 and 1 ranks the rows and is no estimate of them. */
function isValue(role: NameRoleId, target: Candidate): boolean {
  return valueRoles.has(role) && !(role === 'score' && isZeroOne(target));
}

const scoreRoles: ReadonlySet<string> = new Set(['probability', 'confidence', 'logit', 'margin']);

function hasClassColumns({ facts }: Candidate, columns: readonly Candidate[]): boolean {
  return classGroupsOf(columns, [...facts.labels.keys()]).length > 0;
}

function isClasses(task: Task): task is PredictionTask {
  return task === 'binary' || task === 'multiclass';
}

function isZeroOne({ facts }: Candidate): boolean {
  return facts.max <= 1 && facts.min >= -1 && facts.labels.size <= 2;
}

function fitsZeroOne(one: Candidate): boolean {
  return !isNumeric(one) || isFraction(one) || (one.facts.integer && isZeroOne(one));
}

const maxClasses = 20;
const rowsPerClass = 3;
/** At least this share of the wrong rows is off by one: the integers have an order that matters. */
const nearMisses = 0.8;

/** Integers on both sides are classes when they are few and repeat. */
function integersOnly(target: Candidate, values: readonly Candidate[]): TaskPick {
  const labels = new Set([target, ...values].flatMap(one => [...one.facts.labels.keys()]));
  const count = labels.size;
  const rows = target.facts.rows;
  const isNamed = [target, ...values].some(one => wordsIn(one.name).some(isClassWord));
  if (isNamed && count <= 100 && count <= rows) return sure('classification');
  if (isNamed && values.some(one => areCodes(target, one))) return sure('classification');
  const repeats = target.facts.labels.size < rows && target.facts.spread > 0;
  const span = Math.max(...[target, ...values].map(({ facts }) => facts.max)) - target.facts.min;
  if (count > maxClasses || span > 2 * maxClasses || !repeats) return sure('regression');
  if (rows < rowsPerClass * count && count > 2)
    return { family: 'regression', isOpen: count <= 10 };
  return { family: 'classification', isOpen: missesAreNear(target, values) };
}

/** Enough rows to see whether wrong numbers are near the right ones. */
const fewestWrong = 30;
const leastAgreement = 0.3;
const unrelated = 0.2;

/** Right in many rows, and where it is wrong no nearer than any other number: what counts is which, not how much. */
function areCodes(target: Candidate, one: Candidate): boolean {
  if (chanceCorrected(target, one) < leastAgreement) return false;
  const [own, theirs] = [target.column.numbers, one.column.numbers];
  const wrong = spreadRows(own.length, 5000).filter(row => own[row] !== theirs[row]);
  if (wrong.length < fewestWrong) return false;
  const pick = (numbers: Float64Array): Float64Array =>
    Float64Array.from(wrong, row => numbers[row]!);
  return Math.abs(correlationOf(pick(own), pick(theirs))) < unrelated;
}

function isClassWord(word: string): boolean {
  return meaningOf(word)?.sense === 'label';
}

function missesAreNear(target: Candidate, values: readonly Candidate[]): boolean {
  let wrong = 0;
  let near = 0;
  for (const row of spreadRows(target.column.numbers.length, 5000)) {
    for (const { column } of values) {
      const gap = Math.abs(column.numbers[row]! - target.column.numbers[row]!);
      if (gap > 0) wrong++;
      if (gap === 1) near++;
    }
  }
  return wrong > 0 && near >= nearMisses * wrong && target.facts.labels.size > 2;
}
