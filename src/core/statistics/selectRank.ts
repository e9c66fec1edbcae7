import { type Fill, filled, fillLength, forEachFilled } from './fill';
import { RankBracket, shortColumn } from './rankBracket';
import { bucketOfRank, selectAmong } from './selectAmong';

/**
 * The values at the 0-based ranks `rank` and `rank + 1` (the first twice when there is no next) in
 * ascending order of the n values. Exact and linear: of long columns only the values near a guess from a
 * sample are kept; where the guess fails, values are counted by the upper bits of their order-preserving key.
 */
export function selectRank(n: number, fill: Fill, rank: number): readonly [number, number] {
  if (n < shortColumn) {
    const sorted = filled(n, fill).sort();
    return [sorted[rank]!, sorted[rank + 1] ?? sorted[rank]!];
  }
  const one = new Float64Array(1);
  const bracket = RankBracket.around(n, rank, i => {
    fill(i, one);
    return one[0]!;
  });
  forEachFilled(n, fill, values => bracket?.take(values, values.length));
  return bracket?.found ?? byBuckets(n, fill, rank);
}

function byBuckets(n: number, fill: Fill, rank: number): readonly [number, number] {
  const kept = valuesOfBucket(n, fill, rank);
  const low = selectAmong(kept.values, rank - kept.below);
  return [low, rank + 1 < n ? nextAfter(n, fill, low, rank) : low];
}

interface Bucket {
  readonly values: Float64Array;
  /** How many values lie in lower buckets. */
  readonly below: number;
}

const buckets = 65536;

function valuesOfBucket(n: number, fill: Fill, rank: number): Bucket {
  const keys = new Int32Array(fillLength);
  const counts = new Uint32Array(buckets);
  forEachFilled(n, fill, values => {
    upperBits(values, keys);
    for (let i = 0; i < values.length; i++) counts[keys[i]!]!++;
  });
  const { bucket, below } = bucketOfRank(counts, rank);
  const kept = new Float64Array(counts[bucket]!);
  let length = 0;
  forEachFilled(n, fill, values => {
    upperBits(values, keys);
    for (let i = 0; i < values.length; i++) {
      if (keys[i] === bucket) kept[length++] = values[i]!;
    }
  });
  return { values: kept, below };
}

/** The upper 16 bits of the values, flipped so that they order as the numbers do. */
function upperBits(values: Float64Array, keys: Int32Array): void {
  const words = new Int32Array(values.buffer, values.byteOffset, 2 * values.length);
  for (let i = 0; i < values.length; i++) {
    const high = words[2 * i + 1]!;
    keys[i] = (high ^ ((high >> 31) | -0x80000000)) >>> 16;
  }
}

function nextAfter(n: number, fill: Fill, low: number, rank: number): number {
  let notAbove = 0;
  let next = Number.POSITIVE_INFINITY;
  forEachFilled(n, fill, values => {
    for (let i = 0; i < values.length; i++) {
      const x = values[i]!;
      if (x <= low) notAbove++;
      else if (x < next) next = x;
    }
  });
  return notAbove > rank + 1 ? low : next;
}
