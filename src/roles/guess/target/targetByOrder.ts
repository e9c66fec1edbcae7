import type { NameRoleId } from '../../../names/nameRole';
import {
  type Candidate,
  isCounter,
  isFraction,
  isNumeric,
  isOpenColumn,
  isTextLabels,
  isTwoLabels,
} from '../candidate';
import { couldPredict } from '../likeness';
import { addUpToOne } from '../models/shares';
import { concordance, outright } from '../reading/concordance';
import { sharedWords } from '../reading/nameEvidence';
import type { Survey } from '../survey';
import type { TargetPick } from './targetPick';

/**
 * Nothing is named: `E_dft` and `E_ml`, the only two columns with a word in common that say nearly the same; one
 * is the target of the other.
 */
export function targetByLikeness(free: readonly Candidate[]): TargetPick | null {
  const open = free.filter(one => isOpen(one) && isNumeric(one) && !isCounter(one));
  if (open.length > maxOpen) return null;
  const alike = open.flatMap((one, i) =>
    open
      .slice(i + 1)
      .filter(other => sharedWords(one.name, other.name) > 0)
      .filter(other => concordance(one, other) >= (areScores(one, other) ? outright : nearlySame))
      .filter(other => areScores(one, other) || !one.facts.integer)
      .map(other => [one, other] as const),
  );
  const [[first, second] = []] = alike;
  if (alike.length !== 1 || first === undefined || second === undefined) return null;
  return { target: first, how: 'first', rivals: [second], columns: [second], readings: [] };
}

/** `teacher_score` and `auto_score`, marks of whole numbers; a leaderboard's scores are shares. */
function areScores(...columns: readonly Candidate[]): boolean {
  return columns.every(({ said, facts }) => said?.role === 'score' && facts.integer);
}

function isOpen(one: Candidate): boolean {
  return isOpenColumn(one) || areScores(one);
}

/** Among more columns a pair that looks alike is as easily two features. */
const maxOpen = 4;
const nearlySame = 0.95;

/** Nothing is named: the first of two columns that look alike, or the one with 0 and 1 beside fractions. */
export function targetByOrder(survey: Survey, free: readonly Candidate[]): TargetPick | null {
  if (survey.candidates.some(({ said }) => said !== null && !neutral.has(said.role))) return null;
  const rest = free.filter(one => isOpenColumn(one) && (isNumeric(one) || isTextLabels(one)));
  const [first, second, ...more] = rest.length > 2 ? rest.filter(one => !isCounter(one)) : rest;
  if (first === undefined || second === undefined || more.length > 0) return null;
  for (const [target, chance] of [
    [second, first],
    [first, second],
  ] as const) {
    if (isFraction(chance) && isTwoLabels(target))
      return { target, how: 'rest', rivals: [], columns: [chance], readings: [] };
  }
  if (!couldPredict(first, second) || areShares(first, second)) return null;
  return { target: first, how: 'first', rivals: [second], columns: [second], readings: [] };
}

const neutral: ReadonlySet<NameRoleId> = new Set(['id', 'index', 'time', 'group']);

/** P(no) and P(yes): the two columns of one model. */
function areShares(first: Candidate, second: Candidate): boolean {
  return isFraction(first) && isFraction(second) && addUpToOne([first, second]);
}
