import { blockLength, lostBy, Sum } from './sum';

/** Writes the values of the samples `from`, `from + 1`, ... to `out`, as many as it holds: at most `fillLength`. */
export type Fill = (from: number, out: Float64Array) => void;

/** Values computed together, few enough to stay in the processor's cache; divides `blockLength`. */
export const fillLength = 2048;

/** The values of a function of the sample, one call each. */
export function fillOf(value: (i: number) => number): Fill {
  return (from, out) => {
    for (let i = 0; i < out.length; i++) out[i] = value(from + i);
  };
}

/** The values of a column. */
export function columnFill(values: Float64Array): Fill {
  return (from, out) => out.set(values.subarray(from, from + out.length));
}

/** Visits the values of samples 0 to n - 1 piece by piece. The piece is overwritten by the next one. */
export function forEachFilled(
  n: number,
  fill: Fill,
  visit: (values: Float64Array, from: number) => void,
): void {
  const buffer = new Float64Array(Math.min(n, fillLength));
  for (let from = 0; from < n; from += fillLength) {
    const values = n - from < fillLength ? buffer.subarray(0, n - from) : buffer;
    fill(from, values);
    visit(values, from);
  }
}

/** All values in one array. */
export function filled(n: number, fill: Fill): Float64Array {
  const all = new Float64Array(n);
  for (let from = 0; from < n; from += fillLength) {
    fill(from, all.subarray(from, Math.min(n, from + fillLength)));
  }
  return all;
}

/** The values times their weights; a weight of 0 takes the sample out, whatever its value. */
export function weighted(fill: Fill, weight: Float64Array | undefined): Fill {
  if (weight === undefined) return fill;
  return (from, out) => {
    fill(from, out);
    weigh(out, weight, from);
  };
}

/** Multiplies values by the weights of the samples `from`, `from + 1`, ... in place. */
export function weigh(values: Float64Array, weight: Float64Array, from: number): void {
  for (let i = 0; i < values.length; i++) {
    const w = weight[from + i]!;
    values[i] = w === 0 ? 0 : w * values[i]!;
  }
}

/** Compensated sum of the values, in the blocks of `sumOf`. */
export function sumOfFilled(n: number, fill: Fill): number {
  const sum = new FilledSum();
  forEachFilled(n, fill, values => sum.add(values));
  return sum.value;
}

/** Terms that are added up plainly before their sum joins a compensated one. */
const plainLength = 512;

/** Sum of values none of which cancels another: at most 512 plain roundings, about 1e-14. */
export function sumOfTerms(n: number, fill: Fill): number {
  const sum = new Sum();
  forEachFilled(n, fill, values => {
    for (let from = 0; from < values.length; from += plainLength) {
      sum.add(plainSum(values, from, Math.min(values.length, from + plainLength)));
    }
  });
  return sum.value;
}

/** Four at a time, so that an addition seldom waits for the one before it. */
function plainSum(values: Float64Array, from: number, to: number): number {
  let sum = 0;
  let i = from;
  for (; i + 4 <= to; i += 4) {
    sum += values[i]! + values[i + 1]! + (values[i + 2]! + values[i + 3]!);
  }
  for (; i < to; i++) sum += values[i]!;
  return sum;
}

/** A compensated sum of values that come piece by piece, each `fillLength` long but the last. */
export class FilledSum {
  readonly #total = new Sum();
  readonly #block = new Float64Array(2);
  #length = 0;

  add(values: Float64Array): void {
    addAll(values, this.#block);
    this.#length += values.length;
    if (this.#length % blockLength === 0) this.#close();
  }

  get value(): number {
    this.#close();
    return this.#total.value;
  }

  #close(): void {
    this.#total.addParts(this.#block[0]!, this.#block[1]!);
    this.#block.fill(0);
  }
}

/** The steps of `Sum.add`, over `sum` = [high, low]. */
function addAll(values: Float64Array, sum: Float64Array): void {
  let high = sum[0]!;
  let low = sum[1]!;
  for (let i = 0; i < values.length; i++) {
    const x = values[i]!;
    const next = high + x;
    low += lostBy(high, x, next);
    high = next;
  }
  sum[0] = high;
  sum[1] = low;
}
