import { sortedOrder } from '../statistics/sortedOrder';

const rowsInStratum = 100;
const mostStrata = 50;

/** Cuts samples by a number into parts of as many each; equal numbers stay together. */
export function strataOf(numbers: Float64Array): Int32Array {
  const n = numbers.length;
  const count = Math.max(1, Math.min(mostStrata, Math.floor(n / rowsInStratum)));
  const order = sortedOrder(numbers);
  const strata = new Int32Array(n);
  for (let from = 0; from < n; ) {
    const stratum = Math.floor((from * count) / n);
    const own = numbers[order[from]!]!;
    for (; from < n && numbers[order[from]!] === own; from++) strata[order[from]!] = stratum;
  }
  return strata;
}
