/** What the sums say of a loss: a value with the bounds of the true one, which are the value where it is exact. */
export type Found =
  | { readonly value: number; readonly low: number; readonly high: number; readonly note?: string }
  | { readonly undefined: string };

/** Ends that are as close as this are one value but for rounding. */
const rounding = 1e-12;

export function exact(value: number, note?: string): Found {
  return { value, low: value, high: value, ...(note === undefined ? {} : { note }) };
}

/** The middle of the ends, which are moved apart by what their own rounding may be. */
export function between(low: number, high: number): Found {
  const size = Math.max(Math.abs(low), Math.abs(high));
  const middle = low + (high - low) / 2;
  if (!(high - low > rounding * size)) return exact(Number.isNaN(middle) ? low : middle);
  return { value: middle, low: low - rounding * size, high: high + rounding * size };
}

export function missing(reason: string): Found {
  return { undefined: reason };
}

/** The same with value and bounds mapped by a function that does not fall. */
export function rising(found: Found, map: (value: number) => number): Found {
  if ('undefined' in found) return found;
  return { ...found, value: map(found.value), low: map(found.low), high: map(found.high) };
}

/** A value whose digits went where two sums nearly cancelled: `lost` times as large ones. */
export function cancelled(value: number, size: number, lost: number): Found {
  if (lost < 1e3) return exact(value);
  const doubt = size * lost * 1e-13;
  return { value, low: value - doubt, high: value + doubt };
}
