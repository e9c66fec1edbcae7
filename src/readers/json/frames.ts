import type { Cells } from './cellLists';
import { isScalar, isScalars, JsonObject, type JsonValue } from './jsonValue';
import { isRows, records, recordsOf, rows } from './records';

/** pandas `to_json(orient="split")`. */
export function isSplitFrame(value: JsonValue): value is JsonObject {
  return (
    value instanceof JsonObject &&
    isScalars(value.entries.get('columns')) &&
    isRows(value.entries.get('data'))
  );
}

export function splitFrame(value: JsonObject): Cells {
  const names = value.entries.get('columns');
  const data = value.entries.get('data');
  if (!isScalars(names) || !isRows(data)) throw new TypeError('not a split frame');
  const { columns, lines } = rows(data);
  const lists = [...columns.values()];
  return { columns: new Map(names.items.map((name, i) => [String(name), lists[i] ?? []])), lines };
}

/** pandas `to_json()`: `{"column": {"0": 1, "1": 2}}`. */
export function isColumnFrame(value: JsonValue): value is JsonObject {
  if (!isObjectOfObjects(value)) return false;
  const frames = framesOf(value).map(([, frame]) => frame);
  const keys = [...frames[0]!.entries.keys()];
  return (
    keys.length > 0 &&
    keys.every((key, i) => key === String(i)) &&
    frames.every(({ entries }) => entries.size === keys.length)
  );
}

export function columnFrame(value: JsonObject): Cells {
  const frames = framesOf(value);
  return {
    columns: new Map(
      frames.map(([name, { entries }]) => [
        name,
        [...entries.values()].map(cell => (isScalar(cell) ? cell : null)),
      ]),
    ),
    lines: frames[0]![1].entryLines,
  };
}

/** Records under their ids. */
export function isKeyedRecords(value: JsonValue): value is JsonObject {
  return isObjectOfObjects(value) && value.entries.size > 1;
}

/** One row per record; the key becomes the column `id`, or `key` where the records have an `id`. */
export function keyedRecords(value: JsonObject): Cells {
  const items = framesOf(value).map(([, record]) => record);
  const { columns: fields, lines } = records(recordsOf(items, value.entryLines));
  const name = fields.has('id') ? 'key' : 'id';
  return { columns: new Map([[name, [...value.entries.keys()]], ...fields]), lines };
}

function isObjectOfObjects(value: JsonValue): value is JsonObject {
  return (
    value instanceof JsonObject &&
    value.entries.size > 0 &&
    [...value.entries.values()].every(entry => entry instanceof JsonObject)
  );
}

function framesOf(value: JsonObject): readonly (readonly [string, JsonObject])[] {
  return [...value.entries] as [string, JsonObject][];
}
