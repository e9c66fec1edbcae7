import { type Token, tokensOf } from './tokens';

/**
 * The words of a measure's name, its abbreviations in one piece: `ValLoss`, `val/loss` and `val-loss` give `val`,
 * `loss`; `mAP50(B)` gives `map50`, `b`; `F1Score` gives `f1`, `score`.
 */
export function wordsOf(name: string): readonly string[] {
  return termsOf(name).map(({ word }) => word);
}

/** The words of a measure's name with where they stand in it. */
export function termsOf(name: string): readonly Token[] {
  const terms: Token[] = [];
  for (const token of tokensOf(name)) {
    const last = terms.at(-1);
    if (token.word === '%') continue;
    if (last !== undefined && last.end === token.start && staysTogether(name, last, token)) {
      terms[terms.length - 1] = { ...last, word: last.word + token.word, end: token.end };
    } else terms.push(token);
  }
  return terms;
}

/** A number with the letters before it, and capitals after a single small letter: `f1`, `mAP`, `IoU`. */
function staysTogether(name: string, last: Token, next: Token): boolean {
  const before = name.slice(last.start, last.end);
  if (/^\d/.test(next.word)) return /\p{L}$/u.test(before);
  return /(?<!\p{Ll})\p{Ll}$/u.test(before) && /^\p{Lu}/u.test(name.slice(next.start));
}
