import { type Fill, fillLength, forEachFilled } from './fill';
import { Sum } from './sum';

/** A weighted mean and its standard error, sqrt(sum w^2 (x - mean)^2) / sum w. */
export interface MeanAndError {
  readonly mean: number;
  readonly error: number;
}

const ones = new Float64Array(fillLength).fill(1);

/**
 * In one pass; NaN is left out. Values are taken from a guess at their mean, so that the sum of squares about
 * the mean keeps its digits. Infinite values make the mean infinite and the error NaN.
 */
export function meanAndError(
  n: number,
  fill: Fill,
  weight: Float64Array | undefined,
): MeanAndError {
  const about = guessedMean(n, fill);
  const sums = Array.from({ length: 5 }, () => new Sum());
  const found = new Float64Array(sums.length);
  forEachFilled(n, fill, (values, from) => {
    const weights = weight === undefined ? ones : weight.subarray(from, from + values.length);
    sumUp(values, weights, about, found);
    for (let k = 0; k < sums.length; k++) sums[k]!.add(found[k]!);
  });
  const [total, squaredWeights, first, mixed, second] = sums.map(({ value }) => value);
  const beside = first! / total!;
  const squares = second! - 2 * beside * mixed! + beside * beside * squaredWeights!;
  return { mean: about + beside, error: Math.sqrt(Math.max(0, squares)) / total! };
}

/** Sums of w, w^2, w d, w^2 d and w^2 d^2 over a piece, d = x - about. */
function sumUp(
  values: Float64Array,
  weights: Float64Array,
  about: number,
  found: Float64Array,
): void {
  let [total, squaredWeights, first, mixed, second] = [0, 0, 0, 0, 0];
  for (let i = 0; i < values.length; i++) {
    const x = values[i]!;
    const w = Number.isNaN(x) ? 0 : weights[i]!;
    const term = w === 0 ? 0 : w * (x - about);
    total += w;
    squaredWeights += w * w;
    first += term;
    mixed += w * term;
    second += term * term;
  }
  found.set([total, squaredWeights, first, mixed, second]);
}

/** The mean of the first values, 0 where they have none. */
function guessedMean(n: number, fill: Fill): number {
  const first = new Float64Array(Math.min(n, fillLength));
  fill(0, first);
  const mean = first.reduce((sum, x) => sum + x, 0) / first.length;
  return Number.isFinite(mean) ? mean : 0;
}
