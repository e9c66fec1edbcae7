import type { NameRole, NameRoleId } from '../../names/nameRole';
import { roleOfName } from '../../names/names';
import { nameWords } from '../../names/nameWords';
import type { Column, Table } from '../../readers/table';
import { matrixColumn } from '../matrices';
import { Facts } from './facts';

/** A column with what its name and its values say. */
export interface Candidate {
  readonly name: string;
  readonly column: Column;
  readonly said: NameRole | null;
  readonly facts: Facts;
  /** The words of the name in lower case. */
  readonly words: readonly string[];
  /** What the name says besides its role, as words: `log` for `actual_log`; all words without a role. */
  readonly stem: readonly string[];
}

const maxRows = 20_000;
const maxCells = 4_000_000;

/** All columns of a table; large tables are judged by a part of their rows. */
export function candidatesOf({ columns }: Pick<Table, 'columns'>): Candidate[] {
  const most = Math.max(10, Math.min(maxRows, Math.floor(maxCells / (columns.length || 1))));
  return columns.map(column => candidateOf(column, most));
}

function candidateOf(column: Column, most: number): Candidate {
  const { name } = column;
  const said = roleOfName(name);
  const words = wordsIn(name);
  // One of several targets: `y_true[1]` goes with `y_pred[1]`.
  const index = said?.role === 'target' ? matrixColumn(name)?.index : undefined;
  const stem = said === null ? words : wordsIn(`${said.stem} ${index ?? ''}`);
  return { name, column, said, facts: new Facts(column, most), words, stem };
}

/** At least one number, and numbers or truth values as the rule. */
export function isNumeric({ column, facts }: Candidate): boolean {
  return (column.kind === 'number' || column.kind === 'boolean') && facts.hasNumbers;
}

/** Texts that repeat, or few of them. */
export function isTextLabels({ column, facts, said }: Candidate): boolean {
  if (column.kind !== 'label' && column.kind !== 'text') return false;
  const different = facts.labels.size;
  if (different === 0) return false;
  return (
    column.kind === 'label' ||
    different <= Math.max(20, facts.rows / 2) ||
    areCodesOfClasses(said, facts)
  );
}

const classRoles: ReadonlySet<NameRoleId> = new Set(['target', 'label', 'prediction']);
/** With more different cells a column tells rows apart, whatever it is called. */
const mostDifferent = 0.9;

/** Thousands of classes: what is called one, in words without blanks that come again. */
function areCodesOfClasses(said: NameRole | null, { labels, rows }: Facts): boolean {
  if (said === null || !classRoles.has(said.role) || labels.size > mostDifferent * rows)
    return false;
  return [...labels.keys()].slice(0, 100).every(label => !/\s/.test(label));
}

/** Numbers that are 0 and 1, -1 and 1, or any one or two integers. */
export function isTwoValued({ facts }: Candidate): boolean {
  return facts.integer && facts.labels.size <= 2;
}

/** Numbers in [0, 1], at least one of them strictly between. */
export function isFraction(candidate: Candidate): boolean {
  return isNumeric(candidate) && !candidate.facts.integer && candidate.facts.unitShare === 1;
}

const questions = new Set(['is', 'has', 'was']);

/** Words of a text in lower case, for comparing stems: `is_fraud` is about `fraud`. */
export function wordsIn(text: string): string[] {
  return nameWords(text).flatMap(({ word }) => (questions.has(word) ? [] : word));
}

/** True when `part` occurs in `whole` as a run of words. */
export function holdsRun(whole: readonly string[], part: readonly string[]): boolean {
  return part.length > 0 && ` ${whole.join(' ')} `.includes(` ${part.join(' ')} `);
}

/** Exactly two different cells. */
export function isTwoLabels({ facts }: Candidate): boolean {
  return facts.labels.size === 2;
}

/** A column whose name claims no role that matters, with cells that could be values. */
export function isOpenColumn({ said, column }: Candidate): boolean {
  const isOpen = said === null || said.role === 'group';
  return isOpen && column.kind !== 'time' && column.kind !== 'empty';
}

/** Whole numbers that go up by the same step: a count of the rows, no value. */
export function isCounter({ facts }: Candidate): boolean {
  return facts.integer && facts.counting;
}
