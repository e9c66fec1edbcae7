import type { NameRoleId } from '../../../names/nameRole';
import { type Candidate, holdsRun, wordsIn } from '../candidate';
import { stemWords } from '../namedPredictions';

/** What a column's name says of its model, in lower case: `rf` for `rf_pred` and `rf_q10`, '' for `y_pred`. */
export function modelKey(column: Candidate, target: Candidate): string {
  return without(stemWithoutLevel(column), stemWords(target));
}

/** Roles that a model's name may hint at by the way: `SeasonalNaive` is a model, no season. */
const bySide: ReadonlySet<NameRoleId> = new Set(['id', 'derived', 'time', 'split', 'group']);

/** The level stands right after the word that says what it is the level of. */
function stemWithoutLevel({ said, stem, words }: Candidate): readonly string[] {
  if (said !== null && bySide.has(said.role)) return words;
  if (said?.level === undefined) return stem;
  const after = wordsIn(said.after);
  const isLevel = /^\d/.test(after[0] ?? '');
  return [...wordsIn(said.before), ...(isLevel ? after.slice(1) : after)];
}

/** All that a score's name may say of its model: `logistic` and `gbm` for `logistic_probability_GBM`. */
export function scoreKeys(score: Candidate, target: Candidate): string[] {
  const { said } = score;
  const parts = said === null ? [] : [said.before, said.after].filter(part => part !== '');
  const words = parts.map(part => without(wordsIn(part), stemWords(target)));
  return [modelKey(score, target), ...words];
}

/** The words of a stem but for those of the target: `rf` is left of `rf price`. */
function without(words: readonly string[], target: readonly string[]): string {
  const text = words.join(' ');
  if (!holdsRun(words, target)) return text;
  return ` ${text} `.replace(` ${target.join(' ')} `, ' ').trim();
}
