import { defaultMemoryBudget } from '../memoryBudget';
import { SizeError } from '../refuseUnwritten';
import { JsonArray, JsonObject, type JsonValue } from './jsonValue';

/** Where and why a text stops being JSON. */
export class JsonError extends Error {
  override readonly name = 'JsonError';
  readonly line: number;
  readonly character: number;

  constructor(message: string, line: number, character: number) {
    super(message);
    this.line = line;
    this.character = character;
  }
}

const literals: readonly (readonly [string, JsonValue])[] = [
  ['null', null],
  ['true', true],
  ['false', false],
  ['NaN', Number.NaN],
  ['Infinity', Number.POSITIVE_INFINITY],
  ['-Infinity', Number.NEGATIVE_INFINITY],
];
const firstOfLiterals = 'ntfNI-';
const deepest = 100;
/** What an array with its lists takes; an object takes more. */
const bytesOfContainer = 190;
const quote = 0x22;
const backslash = 0x5c;
const lineFeed = 0x0a;
const carriageReturn = 0x0d;

/**
 * Reads JSON values one after the other from a text, with the line of every part. Accepts the NaN and
 * Infinity that Python writes. Throws a JsonError; `root` then holds the parts that were complete.
 */
export class JsonParser {
  readonly #text: string;
  #at: number;
  #line: number;
  #lineStart: number;
  #depth = 0;
  #start = 0;
  #startLine = 1;
  readonly #maxContainers: number;
  /** Objects and arrays that were made since the last `forget`. */
  #containers = 0;
  root: JsonArray | JsonObject | undefined;

  /** Throws a SizeError later on when the objects and arrays of the text would take more than `budget` bytes. */
  constructor(text: string, line = 1, budget: number = defaultMemoryBudget) {
    this.#maxContainers = budget / bytesOfContainer;
    this.#text = text;
    this.#at = text.charCodeAt(0) === 0xfeff ? 1 : 0;
    this.#line = line;
    this.#lineStart = this.#at;
  }

  get line(): number {
    return this.#line;
  }

  /** Skips blanks before a value; true when nothing follows. */
  atEnd(): boolean {
    this.#skipBlanks();
    this.#start = this.#at;
    this.#startLine = this.#line;
    return this.#at >= this.#text.length;
  }

  /** Goes behind the line on which a broken value began: the next ones may be whole. */
  skipLine(): void {
    const end = this.#text.indexOf('\n', this.#start);
    this.#at = end < 0 ? this.#text.length : end;
    this.#line = this.#startLine;
    this.#depth = 0;
    this.#skipBlanks();
  }

  value(): JsonValue {
    this.#skipBlanks();
    const character = this.#text[this.#at];
    if (character === '{') return this.#nested(() => this.#object());
    if (character === '[') return this.#nested(() => this.#array());
    if (character === '"') return this.#string();
    const literal = this.#literal();
    return literal === undefined ? this.#number() : literal;
  }

  #nested<T extends JsonArray | JsonObject>(read: () => T): T {
    if (this.#depth >= deepest) throw this.#error(`nested deeper than ${deepest} levels`);
    this.#depth += 1;
    const value = read();
    this.#depth -= 1;
    return value;
  }

  #array(): JsonArray {
    const array = new JsonArray(this.#line);
    this.#enter(array);
    if (this.#take(']')) return array;
    do {
      this.#skipBlanks();
      const line = this.#line;
      array.items.push(this.value());
      array.itemLines.push(line);
    } while (this.#take(','));
    this.#expect(']');
    return array;
  }

  #object(): JsonObject {
    const object = new JsonObject(this.#line);
    this.#enter(object);
    if (this.#take('}')) return object;
    do {
      this.#skipBlanks();
      const line = this.#line;
      const key = this.#string();
      this.#expect(':');
      object.set(key, this.value(), line);
    } while (this.#take(','));
    this.#expect('}');
    return object;
  }

  /** The values so far are not kept. */
  forget(): void {
    this.#containers = 0;
  }

  #enter(container: JsonArray | JsonObject): void {
    this.#containers += 1;
    if (this.#containers > this.#maxContainers) {
      throw new SizeError('its objects and arrays take more than the memory budget');
    }
    if (this.#depth === 1) this.root = container;
    this.#at += 1;
  }

  #string(): string {
    if (this.#text.charCodeAt(this.#at) !== quote) throw this.#unexpected();
    const start = this.#at;
    let escaped = false;
    let at = start + 1;
    for (; ; at++) {
      const code = this.#text.charCodeAt(at);
      if (code === quote) break;
      if (Number.isNaN(code) || code === lineFeed)
        throw this.#error('a text without its closing quote');
      if (code === backslash) {
        escaped = true;
        at += 1;
      }
    }
    this.#at = at + 1;
    return escaped ? this.#unescape(start, at + 1) : this.#text.slice(start + 1, at);
  }

  #unescape(start: number, end: number): string {
    try {
      return JSON.parse(this.#text.slice(start, end)) as string;
    } catch {
      throw this.#error('a text with a broken escape');
    }
  }

  #literal(): JsonValue | undefined {
    if (!firstOfLiterals.includes(this.#text[this.#at] ?? '')) return undefined;
    for (const [word, value] of literals) {
      if (this.#text.startsWith(word, this.#at)) {
        this.#at += word.length;
        return value;
      }
    }
    return undefined;
  }

  #number(): number {
    const start = this.#at;
    let at = start;
    while (isNumberPart(this.#text.charCodeAt(at))) at += 1;
    const value = at > start ? Number(this.#text.slice(start, at)) : Number.NaN;
    if (Number.isNaN(value)) throw this.#unexpected();
    this.#at = at;
    return value;
  }

  #take(character: string): boolean {
    this.#skipBlanks();
    if (this.#text[this.#at] !== character) return false;
    this.#at += 1;
    return true;
  }

  #expect(character: string): void {
    if (!this.#take(character)) throw this.#unexpected();
  }

  #skipBlanks(): void {
    for (; ; this.#at++) {
      const code = this.#text.charCodeAt(this.#at);
      if (code === lineFeed || (code === carriageReturn && !this.#beforeLineFeed())) {
        this.#line += 1;
        this.#lineStart = this.#at + 1;
      } else if (code !== 0x20 && code !== 0x09 && code !== carriageReturn) return;
    }
  }

  #beforeLineFeed(): boolean {
    return this.#text.charCodeAt(this.#at + 1) === lineFeed;
  }

  #unexpected(): JsonError {
    if (this.#at >= this.#text.length) return this.#error('the JSON ends early');
    return this.#error(
      `"${this.#text.slice(this.#at, this.#at + 20).split(/[\r\n]/, 1)[0]}" is not JSON`,
    );
  }

  #error(message: string): JsonError {
    return new JsonError(message, this.#line, this.#at - this.#lineStart + 1);
  }
}

/** Digits, sign, point and exponent. */
function isNumberPart(code: number): boolean {
  return (
    (code >= 0x30 && code <= 0x39) ||
    code === 0x2b ||
    code === 0x2d ||
    code === 0x2e ||
    code === 0x45 ||
    code === 0x65
  );
}
