import type { Dialect } from '../dialect';

/** Words of one dialect, out of which expressions are put together. */
export interface Sql {
  readonly dialect: Dialect;
  readonly ln: (x: string) => string;
  readonly integer: (x: string) => string;
  readonly text: (x: string) => string;
  /** A column of the person's as a double; NULL where it holds no number. */
  readonly number: (column: string) => string;
}

export function sqlOf(dialect: Dialect): Sql {
  const cast = (x: string, type: string) => `CAST(${x} AS ${type})`;
  return {
    dialect,
    ln: x => `${dialect.ln}(${x})`,
    integer: x => cast(x, dialect.integer),
    text: x => cast(x, dialect.text),
    number: column => dialect.number?.(column) ?? cast(column, dialect.double),
  };
}

/** A double, which `0.1` is not everywhere: `1.0E-1`. */
export function num(x: number): string {
  const [digits = '0', exponent = '0'] = x.toExponential().split('e');
  const mantissa = digits.includes('.') ? digits : `${digits}.0`;
  return `${mantissa}E${Number(exponent)}`;
}

/** `CASE WHEN a THEN x WHEN b THEN y ELSE z END` */
export function cases(
  pairs: readonly (readonly [when: string, then: string])[],
  other: string,
): string {
  const branches = pairs.map(([when, then]) => `WHEN ${when} THEN ${then}`).join(' ');
  return `CASE ${branches} ELSE ${other} END`;
}

export function when(condition: string, then: string, other: string): string {
  return cases([[condition, then]], other);
}

/** Squares and quotients of smaller numbers vanish, of larger ones overflow: PostgreSQL ends with an error at both. */
export const smallest = 1e-140;
export const largest = 1e140;

/** The number, or 0 for what is closer to 0 than `smallest`. */
export function cleaned(x: string): string {
  return when(`ABS(${x}) < ${num(smallest)}`, num(0), x);
}
