/**
 * Messages to the page cross as JSON, which turns NaN and the infinities into null. They travel under this
 * key instead; typed arrays cross as they are.
 */
const key = '$number';

/** The message with every number that JSON does not know wrapped; what needs no wrapping is not copied deeply. */
export function toWire(value: unknown): unknown {
  if (typeof value === 'number') return Number.isFinite(value) ? value : { [key]: String(value) };
  return mapped(value, toWire);
}

/** The message that `toWire` was given. */
export function fromWire(value: unknown): unknown {
  if (isWrapped(value)) return Number(value[key]);
  return mapped(value, fromWire);
}

function mapped(value: unknown, map: (part: unknown) => unknown): unknown {
  if (Array.isArray(value)) return value.map(map);
  if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, map(part)]));
}

function isWrapped(value: unknown): value is { readonly [key]: string } {
  return typeof value === 'object' && value !== null && key in value;
}
