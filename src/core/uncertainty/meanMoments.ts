import { extent } from '../statistics/extent';
import { type Fill, fillLength, forEachFilled } from '../statistics/fill';
import { Sum } from '../statistics/sum';

/** What a sample tells about the mean of its values, weights included. */
export interface MeanMoments {
  readonly mean: number;
  /** Second and third cumulant of the mean: sum w^2 (x - mean)^2 / (sum w)^2, and the same with cubes. */
  readonly second: number;
  readonly third: number;
  /** Rows that say as much with equal weights: (sum w)^2 / sum w^2. Source: Kish 1965, Survey Sampling. */
  readonly rows: number;
  /** Weighted share of the values above zero less that of the values below, -1 to 1. */
  readonly balance: number;
  readonly least: number;
  /** Values that are neither zero nor NaN. */
  readonly nonzero: number;
}

const ones = new Float64Array(fillLength).fill(1);

/**
 * In one pass; NaN is left out, as from the mean. Values are taken from a guess at their mean, so that the
 * sums of powers keep their digits. An infinite value makes the mean infinite or NaN.
 */
export function meanMoments(n: number, fill: Fill, weight: Float64Array | undefined): MeanMoments {
  const about = guessedMean(n, fill);
  const sums = Array.from({ length: 10 }, () => new Sum());
  const found = new Float64Array(sums.length);
  let [least, nonzero] = [Number.POSITIVE_INFINITY, 0];
  forEachFilled(n, fill, (values, from) => {
    sumUp(values, weight?.subarray(from, from + values.length) ?? ones, about, found);
    for (let k = 0; k < sums.length; k++) sums[k]!.add(found[k]!);
    least = Math.min(least, extent(values)[0]);
    for (let i = 0; i < values.length; i++) if (values[i]! > 0 || values[i]! < 0) nonzero++;
  });
  return { ...momentsOf(about, sums.map(({ value }) => value) as unknown as Sums), least, nonzero };
}

/** Of w, w^2 and w^3; of w d; of w^2 d and w^2 d^2; of w^3 d, w^3 d^2 and w^3 d^3; of w sign(x). */
type Sums = readonly [
  w: number,
  w2: number,
  w3: number,
  wd: number,
  w2d: number,
  w2dd: number,
  w3d: number,
  w3dd: number,
  w3ddd: number,
  signs: number,
];

function momentsOf(
  about: number,
  [w, w2, w3, wd, w2d, w2dd, w3d, w3dd, w3ddd, signs]: Sums,
): Omit<MeanMoments, 'least' | 'nonzero'> {
  const beside = wd / w;
  const squares = w2dd - 2 * beside * w2d + beside * beside * w2;
  const cubes = w3ddd - 3 * beside * w3dd + 3 * beside ** 2 * w3d - beside ** 3 * w3;
  return {
    mean: about + beside,
    second: Math.max(0, squares) / w ** 2,
    third: cubes / w ** 3,
    rows: w ** 2 / w2,
    balance: signs / w,
  };
}

function sumUp(
  values: Float64Array,
  weights: Float64Array,
  about: number,
  found: Float64Array,
): void {
  let [w1, w2, w3, wd, w2d, w2dd, w3d, w3dd, w3ddd, signs] = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0];
  for (let i = 0; i < values.length; i++) {
    const x = values[i]!;
    const w = Number.isNaN(x) ? 0 : weights[i]!;
    const d = w === 0 ? 0 : x - about;
    const term = w * d;
    w1 += w;
    w2 += w * w;
    w3 += w * w * w;
    wd += term;
    w2d += w * term;
    w2dd += term * term;
    w3d += w * w * term;
    w3dd += w * term * term;
    w3ddd += term * term * term;
    signs += x > 0 ? w : x < 0 ? -w : 0;
  }
  found.set([w1, w2, w3, wd, w2d, w2dd, w3d, w3dd, w3ddd, signs]);
}

/** The mean of the first values, 0 where they have none. */
function guessedMean(n: number, fill: Fill): number {
  const first = new Float64Array(Math.min(n, fillLength));
  fill(0, first);
  const mean = first.reduce((sum, x) => sum + x, 0) / first.length;
  return Number.isFinite(mean) ? mean : 0;
}
