import type { Cell } from '../cells';
import { isScalar, JsonArray, type JsonValue } from './jsonValue';

/** A record with more leaves than this is a document, not a row. */
const maxLeaves = 10_000;

/** The leaves of a cell by path: `p` -> 1, or `p[0]`, `p[1]`, or `p[dog]`, `p[cat]`. */
export function flatten(name: string, value: JsonValue): readonly (readonly [string, Cell])[] {
  if (isScalar(value)) return [[name, value]];
  const leaves: (readonly [string, Cell])[] = [];
  collect(name, value, leaves);
  return leaves;
}

function collect(path: string, value: JsonValue, leaves: (readonly [string, Cell])[]): void {
  if (leaves.length >= maxLeaves) return;
  if (isScalar(value)) {
    leaves.push([path, value]);
    return;
  }
  const parts = value instanceof JsonArray ? value.items.entries() : value.entries.entries();
  for (const [key, part] of parts) collect(`${path}[${key}]`, part, leaves);
}
