import type { ByteSource } from '../byteSource';
import { decodeText } from '../delimited/textCoding';
import { ReadError } from '../readError';
import type { Problem, Table } from '../table';
import { JsonError, JsonParser } from './jsonParser';
import { isRecords, isScalar, JsonArray, JsonObject, type JsonValue } from './jsonValue';
import { type RecordColumns, recordColumns } from './records';
import { type Shaped, shape, shapeless, tableOf } from './shape';

/** Longer texts than this do not fit into one JavaScript string. */
const longest = 500 * 2 ** 20;

/**
 * Reads a JSON document or JSON lines: records, columns, histories. Rejects with a ReadError that names
 * line and character; complete records before a torn end are kept and the tear is told.
 */
export async function readJson(source: ByteSource, memoryBudget?: number): Promise<Table> {
  if (source.size > longest) {
    throw new ReadError(
      { source: source.name },
      `a JSON file of ${Math.round(source.size / 2 ** 20)} MB is too large; CSV, npy or Parquet have no such limit`,
    );
  }
  const bytes = await source.read(0, source.size);
  const text = decodeText(source.name, bytes);
  return tableOfJson(source.name, text, source.size, memoryBudget);
}

/** The table in a JSON text. Throws a ReadError. */
export function tableOfJson(
  name: string,
  text: string,
  bytes: number,
  memoryBudget?: number,
): Table {
  const { values, problems } = parseAll(name, text, memoryBudget);
  const [first, second] = values.list.items;
  if (first === undefined)
    throw problems[0] === undefined ? emptyError(name) : errorOf(problems[0]);
  const shaped = values.shaped(name);
  return {
    name,
    format: second === undefined ? 'json' : 'jsonl',
    bytes,
    ...shaped,
    problems: [...shaped.problems, ...problems],
  } satisfies Shaped & Table;
}

interface Parsed {
  readonly values: Values;
  readonly problems: readonly Problem[];
}

/** Beyond so many lines, records become cells at once: as objects they take ten times the room. */
const manyLines = 10_000;

/** The values of a text: one for a document, many for JSON lines. */
class Values {
  /** All of them, or the first records of many. */
  readonly list: JsonArray = new JsonArray(1);
  #records: RecordColumns | undefined;

  /** True when of further records the cells alone are kept. */
  get areCells(): boolean {
    return this.#records !== undefined;
  }

  add(value: JsonValue, line: number): void {
    if (this.#records !== undefined && value instanceof JsonObject) {
      this.#records.add(value, line);
      return;
    }
    const { items, itemLines } = this.list;
    items.push(value);
    itemLines.push(line);
    if (items.length === manyLines && isRecords(this.list)) {
      this.#records = recordColumns(this.list);
    }
  }

  /** Throws a ReadError when they hold no table. */
  shaped(name: string): Shaped {
    const { items } = this.list;
    if (this.#records === undefined) return shape(name, items.length === 1 ? items[0]! : this.list);
    if (items.length > manyLines) throw shapeless(name);
    return tableOf(name, this.#records.cells());
  }
}

function parseAll(name: string, text: string, memoryBudget?: number): Parsed {
  const parser = new JsonParser(text, 1, memoryBudget);
  const values = new Values();
  const problems: Problem[] = [];
  let going = true;
  while (going && !parser.atEnd()) {
    const line = parser.line;
    const { value, error } = attempt(parser, values.areCells);
    const isFirst = values.list.items.length === 0 && problems.length === 0;
    const kept = error !== undefined && isFirst ? completePart(parser.root) : value;
    if (kept !== undefined) values.add(kept, line);
    if (error !== undefined) {
      const isTorn = !isFirst && error.line > line;
      problems.push(problemOf(name, isTorn ? tear(line) : error, kept !== undefined));
      going = !isFirst || error.line === line;
      parser.skipLine();
    }
  }
  return { values, problems };
}

function attempt(
  parser: JsonParser,
  areCells: boolean,
): { readonly value?: JsonValue; readonly error?: JsonError } {
  if (areCells) parser.forget();
  try {
    return { value: parser.value() };
  } catch (error) {
    if (error instanceof JsonError) return { error };
    throw error;
  }
}

/** The whole records of a torn array; nothing of a torn object, which would be half a table. */
function completePart(root: JsonParser['root']): JsonValue | undefined {
  const isWorthwhile = root instanceof JsonArray && root.items.some(item => !isScalar(item));
  return isWorthwhile ? root : undefined;
}

/** The next line shows that one has broken off. */
function tear(line: number): JsonError {
  return new JsonError('the record does not end', line, 1);
}

function problemOf(name: string, { message, line, character }: JsonError, keeps: boolean): Problem {
  const done = keeps ? 'the complete records before it are used' : 'the line is skipped';
  return { place: { source: name, line, column: character }, text: `${message} (${done})` };
}

function errorOf({ place, text }: Problem): ReadError {
  return new ReadError(place, text.replace(/ \([^()]*\)$/, ''));
}

function emptyError(name: string): ReadError {
  return new ReadError({ source: name }, 'the file holds no JSON value');
}
