/** Says whether a value that came over the wire has the expected shape. */
export type Check = (value: unknown) => boolean;

export const isFlag: Check = value => typeof value === 'boolean';
export const isNumber: Check = value => typeof value === 'number' && Number.isFinite(value);
export const isWhole: Check = value => Number.isSafeInteger(value) && (value as number) >= 0;
/** A word of the product's own, or what a person typed. */
export const isName: Check = text(10_000);
/** A name or a label that a file gives: a damaged header may hold much more than a name. */
export const isDataName: Check = text(2 ** 20);

export function text(longest: number): Check {
  return value => typeof value === 'string' && value.length <= longest;
}

export function oneOf(values: readonly unknown[]): Check {
  return value => values.includes(value);
}

export function either(...checks: readonly Check[]): Check {
  return value => checks.some(check => check(value));
}

export function optional(check: Check): Check {
  return value => value === undefined || check(value);
}

export function orNull(check: Check): Check {
  return value => value === null || check(value);
}

export function listOf(check: Check, longest = 10_000): Check {
  return value => Array.isArray(value) && value.length <= longest && value.every(check);
}

/** An object whose keys are free; `__proto__` is no key. */
export function recordOf(check: Check, most = 10_000): Check {
  return value => {
    if (!isPlainObject(value)) return false;
    const keys = Object.keys(value);
    return keys.length <= most && keys.every(key => key !== '__proto__' && check(value[key]));
  };
}

/** An object with these fields and no others. */
export function shape(fields: Readonly<Record<string, Check>>): Check {
  return value =>
    isPlainObject(value) &&
    Object.keys(value).every(key => Object.hasOwn(fields, key)) &&
    Object.entries(fields).every(([key, check]) => check(value[key]));
}

export function isPlainObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
