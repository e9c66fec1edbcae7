import { type Fill, filled, fillLength, forEachFilled } from '../../statistics/fill';
import { fastPaths } from '../fastPaths';

/** Numbers that stand for many: two for each bucket, one after the other, each with half of its weight. */
export interface Nodes {
  readonly values: Float64Array;
  readonly weights: Float64Array;
}

/** The nodes of n numbers, or all of them while they are few. */
export function nodesOf(n: number, fill: Fill): Nodes {
  if (n < fastPaths.sketch.from)
    return { values: filled(n, fill), weights: new Float64Array(n).fill(1) };
  const sums = new NodeSums(undefined);
  forEachFilled(n, fill, (values, from) => sums.add(values, from));
  return sums.nodes();
}

/** Sign, exponent and 8 bits of the fraction: a bucket is at most 1/256 of its numbers wide. */
const leadingBits = 20;
/** Sums of one bucket, side by side: w, w x, w x^2. */
const width = 3;
const ones = new Float64Array(fillLength).fill(1);

/**
 * Sums numbers in buckets of equal leading bits. Mean - s and mean + s of each, s the standard deviation,
 * then stand for all: means of smooth functions stay the same up to the third order of the bucket's width,
 * with one or two numbers to the last digit.
 */
export class NodeSums {
  readonly #sums = new Float64Array(width * 2 ** leadingBits);
  readonly #weight: Float64Array | undefined;

  constructor(weight: Float64Array | undefined) {
    this.#weight = weight;
  }

  /** Takes in the numbers of samples `from`, `from + 1`, ...: at most `fillLength`. */
  add(values: Float64Array, from: number): void {
    addAll(values, this.#weight?.subarray(from, from + values.length) ?? ones, this.#sums);
  }

  nodes(): Nodes {
    const values: number[] = [];
    const weights: number[] = [];
    const sums = this.#sums;
    for (let at = 0; at < sums.length; at += width) {
      const weight = sums[at]!;
      if (weight === 0) continue;
      const mean = sums[at + 1]! / weight;
      const spread = deviation(mean, sums[at + 2]! / weight);
      values.push(mean - spread, mean + spread);
      weights.push(weight / 2, weight / 2);
    }
    return { values: Float64Array.from(values), weights: Float64Array.from(weights) };
  }
}

function addAll(values: Float64Array, weights: Float64Array, sums: Float64Array): void {
  const words = new Uint32Array(values.buffer, values.byteOffset, 2 * values.length);
  for (let i = 0; i < values.length; i++) {
    const at = width * (words[2 * i + 1]! >>> (32 - leadingBits));
    const x = values[i]!;
    const w = weights[i]!;
    sums[at]! += w;
    sums[at + 1]! += w * x;
    sums[at + 2]! += w * x * x;
  }
}

/** 0 where rounding leaves nothing, or squares overflow. */
function deviation(mean: number, meanSquare: number): number {
  const variance = meanSquare - mean * mean;
  return variance > 0 && variance < mean * mean ? Math.sqrt(variance) : 0;
}
