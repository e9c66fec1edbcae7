import { phrases } from './phrases';
import { type Token, tokensOf } from './tokens';
import { type Meaning, meaningOf, type Sense, type Strength } from './words';

/** One word or phrase of a name with what it hints at. */
export interface NameWord extends Token {
  readonly meaning: Meaning | undefined;
}

/** The words of a name, phrases such as `ground truth` taken as one. */
export function nameWords(name: string): NameWord[] {
  const tokens = tokensOf(name);
  const words: NameWord[] = [];
  for (let i = 0; i < tokens.length; ) {
    const percent = percentAt(tokens, i);
    if (percent !== undefined) {
      words.push(percent);
      i += 2;
      continue;
    }
    const taken = [3, 2].find(size => phraseAt(tokens, i, size) !== undefined) ?? 1;
    const word = phraseAt(tokens, i, taken) ?? tokens[i]!.word;
    const { start } = tokens[i]!;
    words.push({ word, start, end: tokens[i + taken - 1]!.end, meaning: meaningOf(word) });
    i += taken;
  }
  return words;
}

/** `97.5%` may be a quantile's level. */
function percentAt(tokens: readonly Token[], at: number): NameWord | undefined {
  const [number, sign] = [tokens[at]!, tokens[at + 1]];
  if (sign?.word !== '%' || !/^\d/.test(number.word)) return undefined;
  const { start, word } = number;
  return { word, start, end: sign.end, meaning: { sense: 'quantile', strength: 1 } };
}

/** The strongest hint for each sense that occurs. */
export function strengthsOf(words: readonly NameWord[]): Partial<Record<Sense, Strength>> {
  const strengths: Partial<Record<Sense, Strength>> = {};
  for (const { meaning } of words) {
    if (meaning === undefined) continue;
    if (meaning.strength > (strengths[meaning.sense] ?? 0))
      strengths[meaning.sense] = meaning.strength;
  }
  return strengths;
}

function phraseAt(tokens: readonly Token[], at: number, size: number): string | undefined {
  if (at + size > tokens.length) return undefined;
  const key = tokens
    .slice(at, at + size)
    .map(token => token.word)
    .join(' ');
  return Object.hasOwn(phrases, key) ? phrases[key] : undefined;
}
