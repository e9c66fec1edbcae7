import { extent } from './extent';

const buckets = 4096;

/** The value at the 0-based rank, by shrinking an interval of values to the part that holds the rank. */
export function selectAmong(values: Float64Array, rank: number): number {
  let rest = values;
  let left = rank;
  while (rest.length > buckets) {
    const [low, high] = extent(rest);
    if (low === high) return low;
    const width = (high - low) / buckets;
    if (!(width > 0 && Number.isFinite(width))) break;
    const counts = new Uint32Array(buckets);
    for (let i = 0; i < rest.length; i++) counts[bucketOf(rest[i]!, low, width)]!++;
    const { bucket, below } = bucketOfRank(counts, left);
    if (counts[bucket]! === rest.length) break;
    const kept = new Float64Array(counts[bucket]!);
    let length = 0;
    for (let i = 0; i < rest.length; i++) {
      if (bucketOf(rest[i]!, low, width) === bucket) kept[length++] = rest[i]!;
    }
    rest = kept;
    left -= below;
  }
  return rest.slice().sort()[left]!;
}

/** The value at the next rank after `rank`, which `value` has; there must be one. */
export function nextAmong(values: Float64Array, value: number, rank: number): number {
  let notAbove = 0;
  let next = Number.POSITIVE_INFINITY;
  for (let i = 0; i < values.length; i++) {
    const x = values[i]!;
    if (x <= value) notAbove++;
    else if (x < next) next = x;
  }
  return notAbove > rank + 1 ? value : next;
}

/** The bucket that holds the rank, and how many values lie in the buckets below it. */
function bucketOfRank(
  counts: Uint32Array,
  rank: number,
): { readonly bucket: number; readonly below: number } {
  let below = 0;
  let bucket = 0;
  while (below + counts[bucket]! <= rank) below += counts[bucket++]!;
  return { bucket, below };
}

function bucketOf(x: number, low: number, width: number): number {
  return Math.min(buckets - 1, Math.floor((x - low) / width));
}
