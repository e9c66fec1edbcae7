import type { Cell } from '../cells';
import { refuseUnwritten } from '../refuseUnwritten';
import type { Cells } from './cellLists';
import { flatten } from './flatten';
import {
  isScalar,
  isScalars,
  JsonArray,
  JsonObject,
  type JsonValue,
  type Records,
  type Scalars,
} from './jsonValue';

/** Collects one row per object; nested lists and objects become columns `name[0]`, `name[key]`. */
export class RecordColumns {
  readonly #columns = new Map<string, Cell[]>();
  readonly #lines: number[] = [];
  #written = 0;

  add({ entries }: JsonObject, line: number): void {
    const row = this.#lines.push(line) - 1;
    for (const [name, cell] of entries) {
      if (isScalar(cell)) this.#put(name, row, cell);
      else for (const [path, leaf] of flatten(name, cell)) this.#put(path, row, leaf);
    }
  }

  cells(): Cells {
    refuseUnwritten(this.#lines.length, this.#columns.size, this.#written);
    for (const list of this.#columns.values()) fillUp(list, this.#lines.length);
    return { columns: this.#columns, lines: this.#lines };
  }

  #put(name: string, row: number, cell: Cell): void {
    let list = this.#columns.get(name);
    this.#written += 1;
    if (list === undefined) {
      refuseUnwritten(row + 1, this.#columns.size + 1, this.#written);
      list = [];
      this.#columns.set(name, list);
    }
    fillUp(list, row);
    list[row] = cell;
  }
}

function fillUp(list: Cell[], rows: number): void {
  while (list.length < rows) list.push(null);
}

export function recordColumns({ items, itemLines }: Records): RecordColumns {
  const found = new RecordColumns();
  items.forEach((record, row) => {
    found.add(record, itemLines[row]!);
  });
  return found;
}

/** One row per object. */
export function records(value: Records): Cells {
  return recordColumns(value).cells();
}

/** A single object as a table of one row. */
export function oneRecord(value: JsonObject): Cells {
  return records(recordsOf([value], [value.line]));
}

export function isOneRecord(value: JsonValue): value is JsonObject {
  return value instanceof JsonObject && [...value.entries.values()].some(isScalar);
}

/** Objects as an array of records, each with its line. */
export function recordsOf(items: readonly JsonObject[], lines: readonly number[]): Records {
  const list: Records = new JsonArray(lines[0] ?? 1);
  for (const item of items) list.items.push(item);
  for (const line of lines) list.itemLines.push(line);
  return list;
}

/** An array of arrays of scalars. */
export type Rows = JsonArray<Scalars>;

export function isRows(value: JsonValue | undefined): value is Rows {
  return value instanceof JsonArray && value.items.length > 0 && value.items.every(isScalars);
}

/** `[[time, step, value], ...]` as TensorBoard downloads them; other rows get unnamed columns. */
export function rows(value: Rows): Cells {
  const width = value.items.reduce((most, row) => Math.max(most, row.items.length), 0);
  const written = value.items.reduce((sum, row) => sum + row.items.length, 0);
  refuseUnwritten(value.items.length, width, written);
  const names = isScalarLog(value)
    ? ['Wall time', 'Step', 'Value']
    : Array.from({ length: width }, (_, i) => `column ${i + 1}`);
  return {
    columns: new Map(names.map((name, i) => [name, value.items.map(row => row.items[i])])),
    lines: value.itemLines,
  };
}

/** Seconds since 1970, a whole step and a value in every row. */
function isScalarLog(value: Rows): boolean {
  return value.items.every(({ items: [time, step, ...values] }) => {
    const isTime = typeof time === 'number' && time > 1e9 && time < 1e10;
    return isTime && Number.isInteger(step) && values.length === 1;
  });
}
