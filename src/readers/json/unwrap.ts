import { isRecords, isScalar, isScalars, JsonArray, JsonObject, type JsonValue } from './jsonValue';

/**
 * Descends to the part of a document that holds the data: `{"history": {...}}`, also beside settings without
 * lists, and the longest list of records among others. Stops where `isWhole` says so.
 */
export function unwrap(value: JsonValue, isWhole: (value: JsonValue) => boolean): JsonValue {
  let inner = value;
  while (inner instanceof JsonObject && !isWhole(inner)) {
    const part = dataIn(inner);
    if (part === undefined || isScalars(part)) break;
    if (part instanceof JsonObject && part.entries.size === 0) break;
    inner = part;
  }
  return inner;
}

function dataIn(value: JsonObject): JsonValue | undefined {
  const containers = [...value.entries.values()].filter(entry => !isScalar(entry));
  if (containers.length === 1) return containers[0];
  const withLists = containers.filter(holdsList);
  return withLists.length === 1 ? withLists[0] : maxRecords(withLists);
}

/** A list, or an object with one in it. */
function holdsList(value: JsonValue): boolean {
  if (value instanceof JsonArray) return value.items.length > 0;
  return value instanceof JsonObject && [...value.entries.values()].some(holdsList);
}

/** The only list of records, when the lists beside it are shorter and so do not belong to its rows. */
function maxRecords(parts: readonly JsonValue[]): JsonValue | undefined {
  const [records, ...more] = parts.filter(isRecords);
  if (records === undefined || more.length > 0) return undefined;
  const others = parts.filter(part => part !== records);
  return others.every(part => longest(part) < records.items.length) ? records : undefined;
}

function longest(value: JsonValue): number {
  if (value instanceof JsonArray) return value.items.length;
  if (!(value instanceof JsonObject)) return 0;
  return [...value.entries.values()].reduce(
    (most: number, part) => Math.max(most, longest(part)),
    0,
  );
}
