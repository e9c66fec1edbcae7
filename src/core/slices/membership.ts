import { type Condition, meets } from './feature';

/** 1 for each of the rows that meets all conditions. */
export function membership(where: readonly Condition[], rows: Int32Array): Uint8Array {
  const tests = where.map(meets);
  return Uint8Array.from(rows, row => Number(tests.every(test => test(row))));
}
