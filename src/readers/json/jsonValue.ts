/** A parsed JSON value that remembers on which line its parts begin. */
export type JsonValue = Scalar | JsonArray | JsonObject;
export type Scalar = number | string | boolean | null;
export type Records = JsonArray<JsonObject>;
export type Scalars = JsonArray<Scalar>;

export class JsonArray<T extends JsonValue = JsonValue> {
  readonly line: number;
  readonly items: T[] = [];
  readonly itemLines: number[] = [];

  constructor(line: number) {
    this.line = line;
  }
}

export class JsonObject {
  readonly line: number;
  readonly entries: Map<string, JsonValue> = new Map();
  /** Lines of entries that begin on another line than the object; most objects stand in one. */
  #lines: Map<string, number> | undefined;

  constructor(line: number) {
    this.line = line;
  }

  /** Adds an entry, or replaces the one of that name. */
  set(key: string, value: JsonValue, line: number = this.line): void {
    this.entries.set(key, value);
    if (line === this.line) {
      this.#lines?.delete(key);
      return;
    }
    this.#lines ??= new Map();
    this.#lines.set(key, line);
  }

  /** Lines of the entries in their order. */
  get entryLines(): readonly number[] {
    return [...this.entries.keys()].map(key => this.lineOf(key));
  }

  lineOf(key: string): number {
    return this.#lines?.get(key) ?? this.line;
  }
}

/** True for arrays whose items are all objects, one at least. */
export function isRecords(value: JsonValue | undefined): value is Records {
  return (
    value instanceof JsonArray &&
    value.items.length > 0 &&
    value.items.every(item => item instanceof JsonObject)
  );
}

/** True for arrays without arrays or objects in them, one item at least. */
export function isScalars(value: JsonValue | undefined): value is Scalars {
  return value instanceof JsonArray && value.items.length > 0 && value.items.every(isScalar);
}

export function isScalar(value: JsonValue | undefined): value is Scalar {
  return !(value instanceof JsonArray) && !(value instanceof JsonObject) && value !== undefined;
}
