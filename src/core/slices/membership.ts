import { type Condition, meets } from './feature';

/** 1 for each of the rows that meets all conditions. */
export function membership(where: readonly Condition[], rows: Int32Array): Uint8Array {
  const tests = where.map(meets);
  const isIn = new Uint8Array(rows.length).fill(1);
  for (const test of tests) {
    for (let i = 0; i < rows.length; i++) {
      if (isIn[i] === 1 && !test(rows[i]!)) isIn[i] = 0;
    }
  }
  return isIn;
}
