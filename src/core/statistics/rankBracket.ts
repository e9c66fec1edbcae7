import { fillLength } from './fill';
import { nextAmong, selectAmong } from './selectAmong';

/** Values looked at to guess where a rank lies. */
const sampleLength = 16384;
/** Half the width of the guess, in standard deviations of a sample's rank. */
const reach = 5;

/** Columns shorter than this are sorted as quickly. */
const shortColumn = 4 * sampleLength;

/**
 * Finds the values at `rank` and `rank + 1` in one pass: an evenly spaced sample says between which two
 * values they almost surely lie, and only those between are kept.
 */
export class RankBracket {
  readonly #rank: number;
  readonly #low: number;
  readonly #high: number;
  readonly #inside: Float64Array;
  /** Values not below the bracket, and above it. */
  readonly #counts = new Int32Array(2);
  #seen = 0;

  /** Null for short columns. */
  static around(n: number, rank: number, valueAt: (i: number) => number): RankBracket | null {
    if (n < shortColumn) return null;
    const sample = new Float64Array(sampleLength);
    for (let k = 0; k < sampleLength; k++) sample[k] = valueAt(Math.floor((k * n) / sampleLength));
    return new RankBracket(n, rank, sample.sort());
  }

  private constructor(n: number, rank: number, sample: Float64Array) {
    const place = (rank / n) * sampleLength;
    const spread = reach * Math.sqrt(place * (1 - rank / n)) + reach;
    this.#rank = rank;
    this.#low = sample[Math.floor(place - spread)] ?? Number.NEGATIVE_INFINITY;
    this.#high = sample[Math.ceil(place + spread)] ?? Number.POSITIVE_INFINITY;
    this.#inside = new Float64Array(Math.ceil(n / 8) + fillLength);
  }

  /** Takes in the first `length` values. */
  take(values: Float64Array, length: number): void {
    split(values, length, this.#low, this.#high, this.#inside, this.#counts);
    this.#seen += length;
  }

  /** The values at the two ranks, of all that were taken in; null when the sample misled. */
  found(): readonly [number, number] | null {
    const [notBelow = 0, above = 0] = this.#counts;
    const inside = notBelow - above;
    const rank = this.#rank - (this.#seen - notBelow);
    if (rank < 0 || rank + 1 >= inside) return null;
    if (this.#low === this.#high) return [this.#low, this.#low];
    if (inside >= this.#inside.length) return null;
    const kept = this.#inside.subarray(0, inside);
    const value = selectAmong(kept, rank);
    return [value, nextAmong(kept, value, rank)];
  }
}

/**
 * Counts, and keeps those within the bracket as long as there is room. `Number` of a comparison costs no
 * branch, which random data would often send the wrong way.
 */
function split(
  values: Float64Array,
  length: number,
  low: number,
  high: number,
  inside: Float64Array,
  counts: Int32Array,
): void {
  const last = inside.length - 1;
  let notBelow = counts[0]!;
  let above = counts[1]!;
  let kept = notBelow - above;
  for (let i = 0; i < length; i++) {
    const x = values[i]!;
    inside[kept < last ? kept : last] = x;
    notBelow += Number(x >= low);
    above += Number(x > high);
    kept = notBelow - above;
  }
  counts[0] = notBelow;
  counts[1] = above;
}
