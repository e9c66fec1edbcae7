/** What Python writes with `repr`; tuples and lists are both arrays. */
export type PythonLiteral =
  | string
  | number
  | boolean
  | null
  | readonly PythonLiteral[]
  | ReadonlyMap<string, PythonLiteral>;

const deepest = 32;
const word = /(?:True|False|None)\b/y;
const number = /[-+]?\d+(?:\.\d*)?(?:[eE][-+]?\d+)?L?/y;
const words: Readonly<Record<string, PythonLiteral>> = { True: true, False: false, None: null };
const escapes: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r' };

/** The literal at the start of the text. Throws a SyntaxError when there is none. */
export function pythonLiteral(text: string): PythonLiteral {
  return new LiteralReader(text).value(0);
}

class LiteralReader {
  readonly #text: string;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  value(depth: number): PythonLiteral {
    if (depth > deepest) throw new SyntaxError(`nested deeper than ${deepest} levels`);
    this.#skipBlanks();
    const character = this.#text[this.#at] ?? '';
    if (character === '{') return this.#dict(depth);
    if (character === '(') return this.#items(')', depth);
    if (character === '[') return this.#items(']', depth);
    if (character === "'" || character === '"') return this.#string(character);
    const found = this.#match(word);
    return found === undefined ? this.#number() : words[found]!;
  }

  #dict(depth: number): ReadonlyMap<string, PythonLiteral> {
    const entries = new Map<string, PythonLiteral>();
    this.#at += 1;
    while (!this.#take('}')) {
      const key = this.value(depth + 1);
      if (!this.#take(':')) throw new SyntaxError('a key without a value');
      entries.set(String(key), this.value(depth + 1));
      this.#separate('}');
    }
    return entries;
  }

  #items(close: string, depth: number): readonly PythonLiteral[] {
    const items: PythonLiteral[] = [];
    this.#at += 1;
    while (!this.#take(close)) {
      items.push(this.value(depth + 1));
      this.#separate(close);
    }
    return items;
  }

  #string(quote: string): string {
    let text = '';
    for (this.#at += 1; ; this.#at += 1) {
      const character = this.#text[this.#at];
      if (character === undefined) throw new SyntaxError('a text without its end');
      if (character === quote) break;
      text += character === '\\' ? this.#escaped() : character;
    }
    this.#at += 1;
    return text;
  }

  #escaped(): string {
    this.#at += 1;
    const character = this.#text[this.#at] ?? '';
    const digits = { x: 2, u: 4, U: 8 }[character] ?? 0;
    if (digits === 0) return escapes[character] ?? character;
    const code = Number.parseInt(this.#text.slice(this.#at + 1, this.#at + 1 + digits), 16);
    this.#at += digits;
    return code <= 0x10ffff ? String.fromCodePoint(code) : '\ufffd';
  }

  #number(): number {
    const found = this.#match(number);
    if (found === undefined) throw new SyntaxError('no value');
    return Number(found.replace('L', ''));
  }

  #match(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.#text)?.[0];
    this.#at += found?.length ?? 0;
    return found;
  }

  /** A comma, which may be left out before the end. */
  #separate(close: string): void {
    if (this.#take(',')) return;
    if (this.#text[this.#at] !== close) throw new SyntaxError('no comma between two values');
  }

  #take(character: string): boolean {
    this.#skipBlanks();
    if (this.#text[this.#at] !== character) return false;
    this.#at += 1;
    return true;
  }

  #skipBlanks(): void {
    while (' \n\t\r'.includes(this.#text[this.#at] ?? '.')) this.#at += 1;
  }
}
