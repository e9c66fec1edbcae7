import { roleOfName } from '../../names/names';
import type { Cells } from './cellLists';
import { isScalars, JsonArray, JsonObject, type JsonValue } from './jsonValue';
import { records, recordsOf } from './records';

/** `{"ridge": {"y_true": [...], "y_pred": [...]}, "forest": {...}}`: a target and predictions for each model. */
export function isModels(value: JsonValue): value is JsonObject {
  if (!(value instanceof JsonObject) || value.entries.size < 2) return false;
  return [...value.entries.values()].every(isPair);
}

function isPair(value: JsonValue): value is JsonObject {
  if (!(value instanceof JsonObject)) return false;
  const lists = listsIn(value);
  const roles = lists.map(([name]) => roleOfName(name)?.role);
  const isEqual = lists.every(([, { items }]) => items.length === lists[0]![1].items.length);
  return isEqual && roles.includes('target') && roles.some(role => predicted.has(role));
}

const predicted: ReadonlySet<string | undefined> = new Set(['prediction', 'probability', 'score']);

/** A long table with a column `model`. */
export function models(value: JsonObject): Cells {
  const items: JsonObject[] = [];
  const lines: number[] = [];
  for (const [model, pair] of value.entries) {
    const lists = listsIn(pair as JsonObject);
    const [, first] = lists[0]!;
    for (const [row, line] of first.itemLines.entries()) {
      const record = new JsonObject(line);
      record.set('model', model);
      for (const [name, { items: cells }] of lists) record.set(name, cells[row]!);
      items.push(record);
      lines.push(line);
    }
  }
  return records(recordsOf(items, lines));
}

function listsIn(value: JsonObject): readonly (readonly [string, JsonArray])[] {
  return [...value.entries].filter(
    (entry): entry is [string, JsonArray] =>
      isScalars(entry[1]) || (entry[1] instanceof JsonArray && entry[1].items.length > 0),
  );
}
