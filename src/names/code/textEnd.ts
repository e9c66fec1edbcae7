import type { CodeToken } from './codeToken';
import type { LanguageStyle } from './language';

/** Where the text between quotes begins and ends, and where the quotes end. */
export interface TextEnd {
  readonly from: number;
  readonly to: number;
  readonly end: number;
  readonly whole: boolean;
}

/**
 * The quoted text that begins at `at` behind a prefix such as `f`; undefined when no quote stands there, or
 * when it is Julia's sign for a transposed matrix.
 */
export function textEnd(
  text: string,
  at: number,
  style: LanguageStyle,
  prefix: string,
  before: CodeToken | undefined,
): TextEnd | undefined {
  const quote = text[at] ?? '';
  if (quote === '' || !style.quotes.includes(quote)) {
    return style.slashes && quote === '/' ? regularExpression(text, at, before) : undefined;
  }
  if (quote === "'" && isTransposed(at, style, before)) return undefined;
  if (quote === '`') return template(text, at + 1);
  const isTriple = style.triple.includes(quote) && text.startsWith(quote.repeat(3), at);
  const closing = isTriple ? quote.repeat(3) : quote;
  const from = at + closing.length;
  const isLong = isTriple || style.longQuotes.includes(quote);
  const found = closed(text, from, closing, isLong, /r/i.test(prefix) && !style.indented);
  return { from, ...found, whole: !/f/i.test(prefix) && found.whole };
}

/** Julia's `x'`. */
function isTransposed(at: number, style: LanguageStyle, before: CodeToken | undefined): boolean {
  const isJulia = style.block?.nests === true;
  const isBehind = before?.end === at && (before.kind === 'name' || /[\])']/.test(before.text));
  return isJulia && isBehind;
}

function closed(
  text: string,
  from: number,
  closing: string,
  isLong: boolean,
  isRaw: boolean,
): Omit<TextEnd, 'from'> {
  let at = from;
  while (at < text.length) {
    const char = text[at]!;
    if (char === '\\' && !isRaw) at += 2;
    else if (char === closing[0] && text.startsWith(closing, at))
      return { to: at, end: at + closing.length, whole: true };
    else if (char === '\n' && !isLong) return { to: at, end: at, whole: false };
    else at += 1;
  }
  return { to: text.length, end: text.length, whole: false };
}

/** A template of JavaScript, with whatever stands in its `${}`. */
function template(text: string, from: number): TextEnd {
  let depth = 0;
  let at = from;
  while (at < text.length) {
    const char = text[at]!;
    if (char === '\\') at += 1;
    else if (depth === 0 && char === '`') return { from, to: at, end: at + 1, whole: false };
    else if (char === '$' && text[at + 1] === '{') depth += 1;
    else if (depth > 0 && char === '}') depth -= 1;
    at += 1;
  }
  return { from, to: text.length, end: text.length, whole: false };
}

const pattern = /\/(?:[^/\\[\n]|\\.|\[(?:[^\]\\\n]|\\.)*\])+\/\w*/y;
const keywords = /^(?:return|typeof|case|in|of|else|do|void|delete)$/;

/** A regular expression, where no value stands in front of the slash. */
function regularExpression(
  text: string,
  at: number,
  before: CodeToken | undefined,
): TextEnd | undefined {
  const isDivision =
    before !== undefined &&
    (before.kind === 'number' ||
      before.kind === 'text' ||
      (before.kind === 'name' && !keywords.test(before.text)) ||
      /^[)\]}]$/.test(before.text));
  if (isDivision) return undefined;
  pattern.lastIndex = at;
  const found = pattern.exec(text)?.[0];
  if (found === undefined) return undefined;
  return { from: at, to: at + found.length, end: at + found.length, whole: false };
}
