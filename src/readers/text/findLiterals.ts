import { type Bracket, bracketValue, callValue, isElementType, keepsValues } from './bracket';
import type { Literal } from './literal';
import { type Node, nodeValue } from './node';
import type { SourceStyle } from './sourceStyle';
import { argumentBindings, type Binding, opensBlock, statementBindings } from './statement';
import type { Token } from './token';
import { Tokenizer } from './tokenizer';

/** A binding and the characters [start, end) of the statement it stands in. */
export interface FoundLiteral extends Binding {
  readonly start: number;
  readonly end: number;
}

/**
 * The literals in a text of unknown language, which begins at this line and character, with the names they are given, in order; one linear pass.
 * Values without name and bracket are left out: they may be anything.
 */
export function findLiterals(
  text: string,
  line: number,
  style: SourceStyle,
  character = 0,
): FoundLiteral[] {
  return new Finder(text, line, style, character).find();
}

const partner: Readonly<Record<string, Bracket['kind']>> = { ')': '(', ']': '[', '}': '{' };

class Finder {
  readonly #tokens: Tokenizer;
  readonly #stack: Bracket[] = [openBracket('', 0, 1, true)];
  readonly #depth = { '': 1, '(': 0, '[': 0, '{': 0 };
  readonly #found: FoundLiteral[] = [];
  readonly #lineRows: boolean;
  #end = 0;
  /** A bracket was closed in this statement that had been opened before the text began. */
  #torn = false;

  constructor(text: string, line: number, style: SourceStyle, character: number) {
    this.#tokens = new Tokenizer(text, line, style, character);
    this.#lineRows = style.lineRows;
  }

  find(): FoundLiteral[] {
    for (let token = this.#tokens.next(); token !== undefined; token = this.#tokens.next()) {
      this.#take(token);
      if (token.kind !== 'newline') this.#end = token.end;
    }
    while (this.#stack.length > 1) this.#close();
    this.#endStatement();
    return this.#found.sort((a, b) => a.start - b.start || a.line - b.line);
  }

  get #top(): Bracket {
    return this.#stack.at(-1)!;
  }

  #take(token: Token): void {
    if (token.kind === 'open') this.#open(token);
    else if (token.kind === 'close') this.#closeMatching(token);
    else if (token.kind === 'comma') endItem(this.#top);
    else if (token.kind === 'semicolon') this.#semicolon();
    else if (token.kind === 'newline') this.#newline();
    else if (!isTranspose(token)) this.#top.item.push(token);
  }

  #open(token: Token): void {
    const kind = token.text as Bracket['kind'];
    this.#depth[kind] += 1;
    this.#stack.push(openBracket(kind, token.start, token.line, token.spaced));
  }

  /** A bracket without its partner is passed over; one that is closed from outside ends with it. */
  #closeMatching(token: Token): void {
    const kind = partner[token.text]!;
    if (this.#depth[kind] === 0) {
      this.#torn = true;
      return;
    }
    this.#end = token.end;
    while (this.#top.kind !== kind) this.#close();
    this.#close();
  }

  #close(): void {
    const bracket = this.#stack.pop()!;
    this.#depth[bracket.kind] -= 1;
    endItem(bracket);
    const head = this.#top.item.at(-1);
    const called = head !== undefined && !bracket.spaced && adheres(head);
    if (called && bracket.kind === '(') this.#call(head, bracket);
    else if (called && bracket.kind === '[') this.#index(head, bracket);
    else this.#push(bracket, bracketValue(bracket));
  }

  #call(head: Node, bracket: Bracket): void {
    const item = this.#top.item;
    item.pop();
    if (head.kind === 'word' && head.text.startsWith('.') && item.length > 0) {
      if (keepsValues(head.text)) return;
      item.pop();
      this.#push(bracket, undefined);
      return;
    }
    this.#push(bracket, head.kind === 'word' ? callValue(head.text, bracket) : undefined, head);
  }

  /** `data["actual"]` names what is assigned to it; `number[]` and `x[0]` are no values. */
  #index(head: Node, bracket: Bracket): void {
    const item = this.#top.item;
    if (head.kind === 'word' && isElementType(head.text)) {
      item.pop();
      this.#push(bracket, bracketValue(bracket), head);
      return;
    }
    const [key, more] = bracket.items;
    const name = key?.length === 1 && more === undefined ? key[0] : undefined;
    if (name?.kind === 'string') item[item.length - 1] = name;
    else if (head.kind !== 'word' || bracket.items.length > 0) {
      item.pop();
      this.#push(bracket, undefined, head);
    }
  }

  #push(bracket: Bracket, value: Literal | undefined, head: Node | undefined = undefined): void {
    const { start, line, spaced } = head ?? bracket;
    if (value === undefined) {
      for (const binding of argumentBindings(bracket.items)) this.#add(binding, bracket.start);
      this.#top.item.push({ kind: 'opaque', start, line, spaced });
    } else {
      this.#top.item.push({ kind: 'value', value, start, line, spaced });
    }
  }

  #add(binding: Binding, start: number): void {
    this.#found.push({ ...binding, start, end: this.#end });
  }

  #semicolon(): void {
    const top = this.#top;
    if (top.kind === '' || top.kind === '{') this.#endStatement();
    else if (top.kind === '[') endRow(top);
    else endItem(top);
  }

  /** Ends a statement, unless the line breaks off behind a sign or a comma or inside a bracket. */
  #newline(): void {
    const top = this.#top;
    const last = top.item.at(-1);
    if (last === undefined || last.kind === 'assign') return;
    if (last.kind === 'colon' && !(top.kind === '' && opensBlock((top.items[0] ?? top.item)[0]))) {
      return;
    }
    if (top.kind === '[' && this.#lineRows && top.items.length === (top.rows.at(-1) ?? 0)) {
      endRow(top);
    }
    const block = top.kind === '{' && top.item.some(node => node.kind === 'assign');
    if (block || top.kind === '') this.#endStatement();
  }

  #endStatement(): void {
    const top = this.#top;
    const { items, item } = top;
    const entries = top.kind === '{' ? items : [];
    const nodes = top.kind === '{' ? [item] : [...items, item];
    const statement = nodes.filter(part => part.length > 0);
    top.items = entries;
    top.item = [];
    const start = statement[0]?.[0]?.start;
    if (start === undefined) return;
    for (const binding of statementBindings(statement)) {
      if (binding.from !== 'bare') this.#add(binding, start);
      else if (this.#torn) this.#add({ ...binding, from: 'bracket' }, start);
    }
    this.#torn = false;
  }
}

function openBracket(kind: Bracket['kind'], start: number, line: number, spaced: boolean): Bracket {
  return { kind, start, line, spaced, items: [], item: [], rows: [] };
}

function endItem(bracket: Bracket): void {
  if (bracket.item.length > 0) bracket.items.push(bracket.item);
  bracket.item = [];
}

/** Ends a row of a matrix. */
function endRow(bracket: Bracket): void {
  endItem(bracket);
  bracket.rows.push(bracket.items.length);
}

/** True for what a `(` or `[` directly behind it calls or indexes. */
function adheres(node: Node): boolean {
  if (node.kind === 'word') return nodeValue(node) === undefined;
  return node.kind === 'value' || node.kind === 'opaque';
}

/** MATLAB's `[1; 2]'`: the same values. */
function isTranspose(token: Token): boolean {
  return token.kind === 'operator' && token.text === "'" && !token.spaced;
}
