/** What became of a metric: a value, the reason why there is none, or null when columns are missing. */
export type Measured =
  | { readonly value: number; readonly note?: string }
  | { readonly undefined: string }
  | null;

/** A value, or the reason when `value` is not a number. */
export function valueOr(value: number, reason: string): Measured {
  return Number.isNaN(value) ? { undefined: reason } : { value };
}

/** numerator / denominator, or the reason when the denominator is zero. */
export function ratio(numerator: number, denominator: number, reason: string): Measured {
  return denominator === 0 ? { undefined: reason } : { value: numerator / denominator };
}

/** The same outcome with its value mapped. */
export function mapped(measured: Measured, map: (value: number) => number): Measured {
  if (measured === null || 'undefined' in measured) return measured;
  return { ...measured, value: map(measured.value) };
}
