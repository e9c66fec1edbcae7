import type { SourceStyle } from './sourceStyle';
import type { Token, TokenKind } from './token';

const blank = /[^\S\r\n]+/y;
const restOfLine = /[^\r\n]*/y;
const lineBreak = /\r\n|\r|\n/y;
const continuation = /\\[^\S\r\n]*(?:\r\n|\r|\n)/y;
const matlabContinuation = /\.\.\.[^\r\n]*(?:\r\n|\r|\n|$)/y;
const number = /(?:\d[\d_]*(?:\.(?!\.)[\d_]*)?|\.\d[\d_]*)(?:[eE][+-]?\d+)?/y;
const numberSuffix = /[fFlLndDuU]?(?![\p{L}\p{N}_$])/uy;
const word = /\.?[\p{L}_$][\p{L}\p{M}\p{N}_$]*(?:\.[\p{L}_$][\p{L}\p{M}\p{N}_$]*)*/uy;
const glue = /[\p{L}\p{N}_$.]*/uy;
const operator = /<-|:=|=(?![=>])|[=!<>+*/%&|^~-]+|./uy;

const marks: Readonly<Record<string, TokenKind>> = {
  '(': 'open',
  '[': 'open',
  '{': 'open',
  ')': 'close',
  ']': 'close',
  '}': 'close',
  ',': 'comma',
  ':': 'colon',
  ';': 'semicolon',
  '=': 'assign',
  '<-': 'assign',
  ':=': 'assign',
  '...': 'ellipsis',
  '…': 'ellipsis',
};

/** Cuts source text of unknown language into tokens, from left to right, in linear time. */
export class Tokenizer {
  #at = 0;
  #line: number;
  /** Where the line begins; before the text when that begins inside of a line. */
  #lineStart: number;
  #spaced = true;
  #previous: TokenKind = 'newline';
  /** End of the stretch in which a quote of this kind is known to have no partner. */
  readonly #lonely = new Map<string, number>();
  readonly #text: string;
  readonly #style: SourceStyle;

  constructor(text: string, line: number, style: SourceStyle, character = 0) {
    this.#text = text;
    this.#line = line;
    this.#lineStart = -character;
    this.#style = style;
  }

  /** The next token, or undefined at the end of the text. */
  next(): Token | undefined {
    this.#skipBlanks();
    if (this.#at >= this.#text.length) return undefined;
    const token = this.#newline() ?? this.#string() ?? this.#number() ?? this.#word();
    const found = token ?? this.#mark();
    this.#previous = found.kind;
    this.#spaced = found.kind === 'newline';
    return found;
  }

  #skipBlanks(): void {
    while (
      this.#skip(blank) ||
      this.#skip(this.#style.percent ? matlabContinuation : continuation) ||
      this.#skipLineComment() ||
      this.#skipBlockComment()
    ) {
      this.#spaced = true;
    }
  }

  #skip(pattern: RegExp): boolean {
    const found = this.#match(pattern);
    if (found === '') return false;
    this.#at += found.length;
    if (pattern === continuation || pattern === matlabContinuation) this.#nextLine(1);
    return true;
  }

  #skipLineComment(): boolean {
    const char = this.#text[this.#at];
    const { hash, slashes, percent } = this.#style;
    const starts =
      (hash && char === '#') ||
      (percent && char === '%') ||
      (slashes && char === '/' && this.#text[this.#at + 1] === '/');
    return starts && this.#skip(restOfLine);
  }

  #skipBlockComment(): boolean {
    if (!this.#style.slashes || !this.#text.startsWith('/*', this.#at)) return false;
    const close = this.#text.indexOf('*/', this.#at + 2);
    const end = close < 0 ? this.#text.length : close + 2;
    const breaks = lineBreaksIn(this.#text, this.#at, end);
    this.#at = end;
    this.#nextLine(breaks);
    return true;
  }

  #match(pattern: RegExp): string {
    pattern.lastIndex = this.#at;
    return pattern.exec(this.#text)?.[0] ?? '';
  }

  #take(kind: TokenKind, length: number, text?: string): Token {
    const start = this.#at;
    const end = start + length;
    this.#at = end;
    const line = this.#line;
    const written = text ?? this.#text.slice(start, end);
    const character = start - this.#lineStart;
    return { kind, text: written, start, end, line, character, spaced: this.#spaced };
  }

  /** After so many line breaks the last of which is the last before here. */
  #nextLine(breaks: number): void {
    if (breaks === 0) return;
    this.#line += breaks;
    const before = this.#text.slice(this.#lineStart < 0 ? 0 : this.#lineStart, this.#at);
    const last = Math.max(before.lastIndexOf('\n'), before.lastIndexOf('\r'));
    this.#lineStart = this.#at - before.length + last + 1;
  }

  #newline(): Token | undefined {
    const found = this.#match(lineBreak);
    if (found === '') return undefined;
    const token = this.#take('newline', found.length);
    this.#nextLine(1);
    return token;
  }

  #string(): Token | undefined {
    const quote = this.#text[this.#at]!;
    if (quote !== '"' && quote !== "'" && quote !== '`') return undefined;
    // MATLAB's transpose: [1 2 3]'
    if (quote === "'" && this.#previous === 'close' && !this.#spaced) return undefined;
    const fence = this.#text.startsWith(quote.repeat(3), this.#at) ? quote.repeat(3) : quote;
    if ((this.#lonely.get(fence) ?? 0) > this.#at) return undefined;
    const close = closingQuote(this.#text, this.#at + fence.length, fence);
    if (!close.found) {
      this.#lonely.set(fence, close.at);
      return undefined;
    }
    const inner = this.#text.slice(this.#at + fence.length, close.at);
    const token = this.#take('string', inner.length + 2 * fence.length, inner);
    this.#nextLine(lineBreaksIn(this.#text, token.start, token.end));
    return token;
  }

  /** A sign belongs to the number when no value stands directly before it. */
  #number(): Token | undefined {
    const sign = this.#signLength();
    this.#at += sign;
    const digits = this.#match(number).length;
    if (digits === 0) {
      this.#at -= sign;
      return undefined;
    }
    this.#at += digits;
    numberSuffix.lastIndex = this.#at;
    const suffix = numberSuffix.exec(this.#text)?.[0];
    const junk = suffix === undefined ? this.#match(glue).length : 0;
    this.#at -= sign + digits;
    const length = sign + digits + (suffix?.length ?? junk);
    if (suffix === undefined) return this.#take('operator', length);
    return this.#take('number', length, this.#text.slice(this.#at, this.#at + sign + digits));
  }

  #word(): Token | undefined {
    const sign = this.#signLength();
    this.#at += sign;
    const length = this.#match(word).length;
    this.#at -= sign;
    return length === 0 ? undefined : this.#take('word', sign + length);
  }

  #signLength(): number {
    const char = this.#text[this.#at];
    if (char !== '-' && char !== '+') return 0;
    const value = ['number', 'word', 'string', 'close'].includes(this.#previous);
    return value && !this.#spaced ? 0 : 1;
  }

  #mark(): Token {
    const three = this.#text.startsWith('...', this.#at);
    const found = three ? '...' : this.#match(operator);
    const single = Object.hasOwn(marks, found) ? marks[found]! : 'operator';
    return this.#take(single, found.length);
  }
}

/** Where the string that starts before `from` ends; a single quote's string ends with its line. */
function closingQuote(text: string, from: number, fence: string): { found: boolean; at: number } {
  const overLines = fence.length === 3 || fence === '`';
  for (let at = from; at < text.length; at += 1) {
    const char = text[at];
    if (char === '\\') at += 1;
    else if (!overLines && (char === '\n' || char === '\r')) return { found: false, at };
    else if (char === fence[0] && text.startsWith(fence, at)) return { found: true, at };
  }
  return { found: false, at: text.length };
}

/** Line breaks in [start, end): CR LF counts once. */
export function lineBreaksIn(text: string, start: number, end: number): number {
  let count = 0;
  for (let at = start; at < end; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 10 || (code === 13 && text.charCodeAt(at + 1) !== 10)) count += 1;
  }
  return count;
}
