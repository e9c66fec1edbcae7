import type { CodeToken } from './codeToken';
import type { LanguageStyle } from './language';
import { type TextEnd, textEnd } from './textEnd';

const number = /(?:0[xXbBoO][\da-fA-F_]+|(?:\d[\d_]*)?\.?\d[\d_]*\.?(?:[eE][+-]?\d+)?)[jL]?/y;
const signs = /<<-|\|>|%[\w<>|]*%|:::|===|!==|::|:=|->|=>|<-|==|!=|<=|>=|\*\*|\/\/|[+*/-]=|[^\s]/y;
const blanks = /[^\S\n]+/y;
/** A line that goes on in the next one. */
const continued = /\\\r?\n/y;
const prefix = /^[rRbBuUfF]{1,2}$/;
/** What no expression holds at the start of a line: a bracket that is open there was forgotten. */
const statement =
  /[ \t]*(?:(?:def|class|import|return|while|try|with|raise|assert|pass|del|global)\b|from[ \t]+[\w.]+[ \t]+import\b)/y;

/** Cuts a source text into words; time grows with its length. */
export function tokenize(text: string, style: LanguageStyle): CodeToken[] {
  return new Tokenizer(text, style).run();
}

class Tokenizer {
  readonly #text: string;
  readonly #style: LanguageStyle;
  readonly #tokens: CodeToken[] = [];
  /** Brackets that are open. */
  #open: string[] = [];
  #at = 0;
  #lineStart = 0;
  #isNewLine = true;

  constructor(text: string, style: LanguageStyle) {
    this.#text = text;
    this.#style = style;
  }

  run(): CodeToken[] {
    while (this.#at < this.#text.length) {
      if (!this.#skip()) this.#take();
    }
    return this.#tokens;
  }

  /** Blanks, ends of lines and comments. */
  #skip(): boolean {
    const char = this.#text[this.#at]!;
    if (char === '\n') this.#endLine();
    else if (char === ' ' || this.#match(continued) === '') {
      if (this.#match(blanks) === '') return this.#skipComment(char);
    }
    return true;
  }

  #skipComment(char: string): boolean {
    const { hash, slashes, block } = this.#style;
    if (block !== null && this.#text.startsWith(block.open, this.#at)) {
      this.#at = blockEnd(this.#text, this.#at, block);
      return true;
    }
    const isComment =
      (hash && char === '#') || (slashes && char === '/' && this.#text[this.#at + 1] === '/');
    if (!isComment) return false;
    const end = this.#text.indexOf('\n', this.#at);
    this.#at = end === -1 ? this.#text.length : end;
    return true;
  }

  #endLine(): void {
    this.#at += 1;
    this.#lineStart = this.#at;
    statement.lastIndex = this.#at;
    if (this.#style.indented && this.#open.length > 0 && statement.test(this.#text)) {
      this.#open = [];
    }
    const inner = this.#open.at(-1);
    if (inner === undefined || (!this.#style.indented && inner === '{')) this.#isNewLine = true;
  }

  #take(): void {
    if (this.#isNewLine) this.#beginStatement();
    const start = this.#at;
    const name = this.#match(this.#style.name);
    if (name !== '' && !this.#isPrefix(name)) {
      this.#push('name', name, start);
      return;
    }
    if (name === '') {
      const digits = this.#match(number);
      if (digits !== '') {
        this.#push('number', digits, start);
        return;
      }
    }
    const quoted = textEnd(this.#text, this.#at, this.#style, name, this.#tokens.at(-1));
    if (quoted !== undefined) this.#pushText(quoted, start);
    else this.#takeSign(start);
  }

  #isPrefix(name: string): boolean {
    const next = this.#text[this.#at] ?? '';
    const isQuote = next !== '' && this.#style.quotes.includes(next);
    return isQuote && (prefix.test(name) || (next === '"' && name === 'raw'));
  }

  #takeSign(start: number): void {
    const sign = this.#match(signs);
    if ('([{'.includes(sign)) this.#open.push(sign);
    else if (')]}'.includes(sign)) this.#open.pop();
    this.#push('sign', sign, start);
    if (sign === ';' && (this.#open.at(-1) ?? '{') === '{') this.#isNewLine = true;
  }

  #beginStatement(): void {
    this.#isNewLine = false;
    const indentation = /^[ \t]*/.exec(this.#text.slice(this.#lineStart, this.#lineStart + 200));
    this.#push('line', indentation![0], this.#at);
  }

  #match(pattern: RegExp): string {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.#text)?.[0] ?? '';
    this.#at += found.length;
    return found;
  }

  #push(kind: CodeToken['kind'], text: string, start: number): void {
    this.#tokens.push({ kind, text, start, end: this.#at, whole: true });
  }

  #pushText({ from, to, end, whole }: TextEnd, start: number): void {
    this.#at = end;
    const text = this.#text.slice(from, to);
    this.#tokens.push({ kind: 'text', text, start, end, whole });
  }
}

function blockEnd(
  text: string,
  start: number,
  { open, close, nests }: NonNullable<LanguageStyle['block']>,
): number {
  let depth = 0;
  let at = start;
  while (at < text.length) {
    const closes = text.indexOf(close, at);
    const opens = nests || depth === 0 ? text.indexOf(open, at) : -1;
    if (closes === -1) return text.length;
    if (opens !== -1 && opens < closes) {
      depth += 1;
      at = opens + open.length;
    } else {
      depth -= 1;
      at = closes + close.length;
      if (depth <= 0) return at;
    }
  }
  return text.length;
}
