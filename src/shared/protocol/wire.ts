/**
 * Messages to the page cross as JSON, which turns NaN and the infinities into null. They travel under this
 * key instead; names that begin as it does get one more sign in front. Typed arrays cross as they are.
 */
const key = '$number';
const sign = '$';

/** The message with every number that JSON does not know wrapped. */
export function toWire(value: unknown): unknown {
  if (typeof value === 'number') return Number.isFinite(value) ? value : { [key]: String(value) };
  return mapped(value, toWire, name => (name.startsWith(sign) ? sign + name : name));
}

/** The message that `toWire` was given. */
export function fromWire(value: unknown): unknown {
  if (isWrapped(value)) return Number(value[key]);
  return mapped(value, fromWire, name => (name.startsWith(sign) ? name.slice(1) : name));
}

function mapped(
  value: unknown,
  map: (part: unknown) => unknown,
  rename: (name: string) => string,
): unknown {
  if (Array.isArray(value)) return value.map(map);
  if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [rename(name), map(part)]));
}

function isWrapped(value: unknown): value is { readonly [key]: string } {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, key);
}
