import { classInside, splitBrackets } from './brackets';
import type { NameRole, NameRoleId } from './nameRole';
import { type NameRule, type NameView, nameRules, numberAfter } from './nameRules';
import { type NameWord, nameWords, strengthsOf } from './nameWords';
import type { Sense, Strength } from './words';

/**
 * The role a name suggests, in any usual spelling of English, German, Portuguese, Spanish, French, Italian
 * and some more; null when it says nothing. Values may say otherwise.
 */
export function roleOfName(name: string): NameRole | null {
  if (name.trim() === '') return { role: 'index', strength: 1, stem: '', before: '', after: '' };
  if (/__(min|max)$/i.test(name))
    return { role: 'derived', strength: 3, stem: '', before: '', after: '' };
  const { head, inside } = splitBrackets(name);
  const words = nameWords(head);
  const view: NameView = { words, strengths: strengthsOf(words), inside };
  for (const rule of nameRules) {
    const strength = rule.strength(view);
    if (strength !== 0) return describe(rule, strength, view, head);
  }
  return null;
}

const classRoles: ReadonlySet<NameRoleId> = new Set([
  'probability',
  'logit',
  'score',
  'confidence',
]);

function describe(rule: NameRule, strength: Strength, view: NameView, head: string): NameRole {
  const at = view.words.findIndex(word => isRoleWord(word, rule.sense, view));
  const before = stemOf(view.words.slice(0, at), head, rule.sense, view);
  const after = stemOf(view.words.slice(at + 1), head, rule.sense, view);
  const classLabel = classRoles.has(rule.role) ? classOf(view, before, after) : undefined;
  const level = levelOf(rule, view);
  return {
    role: rule.role,
    strength,
    stem: [before, after].filter(part => part !== '').join('_'),
    before,
    after,
    ...(classLabel === undefined ? {} : { classLabel }),
    ...(level === undefined ? {} : { level }),
  };
}

/** Words of the winning sense as strong as the strongest: in `actual_original` only `actual`. */
function isRoleWord({ meaning }: NameWord, sense: Sense, view: NameView): boolean {
  return meaning?.sense === sense && meaning.strength === view.strengths[sense];
}

const silent: ReadonlySet<Sense> = new Set([
  'filler',
  'label',
  'summary',
  'absolute',
  'relative',
  'bound',
]);
const sides: ReadonlySet<Sense> = new Set(['prediction', 'target']);

/** `pred` says nothing more in `pred_prob`, but `target` is what `target_pred` predicts. */
function isSilent({ meaning }: NameWord, sense: Sense): boolean {
  if (meaning === undefined) return false;
  return silent.has(meaning.sense) || (meaning.sense === 'prediction' && !sides.has(sense));
}

/** What is left of the name, as written, runs of words joined by `_`. */
function stemOf(words: readonly NameWord[], head: string, sense: Sense, view: NameView): string {
  const runs: { from: number; to: number }[] = [];
  let open = false;
  for (const word of words) {
    const kept = !isRoleWord(word, sense, view) && !isSilent(word, sense);
    const last = runs.at(-1);
    if (kept && open && last !== undefined) last.to = word.end;
    else if (kept) runs.push({ from: word.start, to: word.end });
    open = kept;
  }
  return runs.map(({ from, to }) => head.slice(from, to)).join('_');
}

function classOf(view: NameView, before: string, after: string): string | undefined {
  if (view.inside !== '') return classInside(view.inside);
  if (/^\d+$/.test(after)) return after;
  const named = view.words.findIndex(({ meaning }) => meaning?.sense === 'label');
  if (named < 0) return undefined;
  return after !== '' ? after : /^\d+$/.test(before) ? before : undefined;
}

function levelOf({ role, sense }: NameRule, view: NameView): number | undefined {
  if (role === 'lower' || role === 'upper') {
    const digits = numberAfter(view, sense) ?? numberAfter(view, 'bound') ?? percentIn(view);
    return digits === undefined ? undefined : fraction(digits);
  }
  const digits = role === 'quantile' ? numberAfter(view, sense) : undefined;
  return digits === undefined ? undefined : fraction(digits);
}

/** The only number of a name that can be the level of an interval: 95 in `ci_95_lower`, 0.9 in `0.9_hi`. */
function percentIn({ words }: NameView): string | undefined {
  const numbers = words.map(({ word }) => word).filter(word => /^\d/.test(word));
  const [only, ...more] = numbers.filter(word => {
    const value = Number(word);
    return (value >= 50 && value < 100) || (value >= 0.5 && value < 1);
  });
  return more.length === 0 ? only : undefined;
}

/** 10, 0.1 and 010 are a tenth; 025 and 2.5 a fortieth. */
function fraction(digits: string): number | undefined {
  const value = Number(digits);
  const level = digits.includes('.') && value < 1 ? value : thousandths(digits, value);
  return level > 0 && level < 1 ? level : undefined;
}

function thousandths(digits: string, value: number): number {
  return digits.length > 2 && !digits.includes('.') ? Number(`0.${digits}`) : value / 100;
}
