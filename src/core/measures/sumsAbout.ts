import { type Fill, FilledSum, fillLength, forEachFilled, weigh } from '../statistics/fill';

/** Sums of w (x - centre) and of w (x - centre)^2. */
export interface SumsAbout {
  readonly centre: number;
  readonly first: number;
  readonly second: number;
}

/** The sums of n values about a centre. */
export function sumsAbout(
  n: number,
  fill: Fill,
  weight: Float64Array | undefined,
  centre: number,
): SumsAbout {
  const first = new FilledSum();
  const second = new FilledSum();
  const squares = new Float64Array(Math.min(n, fillLength));
  forEachFilled(n, fill, (values, from) => {
    const square = squares.subarray(0, values.length);
    for (let i = 0; i < values.length; i++) {
      const x = values[i]! - centre;
      values[i] = x;
      square[i] = x * x;
    }
    if (weight !== undefined) {
      weigh(values, weight, from);
      weigh(square, weight, from);
    }
    first.add(values);
    second.add(square);
  });
  return { centre, first: first.value, second: second.value };
}

/** Values whose mean stands for that of all. */
const guessLength = 1024;

/** Mean of a few of the values; exact where all are equal. */
export function guessedMean(values: Float64Array): number {
  const n = values.length;
  const count = Math.min(n, guessLength);
  const first = values[0] ?? 0;
  let sum = 0;
  for (let k = 0; k < count; k++) sum += values[Math.floor((k * n) / count)]! - first;
  return count === 0 ? 0 : first + sum / count;
}
