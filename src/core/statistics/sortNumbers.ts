import { extent } from './extent';

/** Buckets of one round: few enough that writing to all of them stays within the processor's cache. */
const maxBuckets = 1024;
const valuesPerBucket = 4;
/** Stretches up to this length are left to the last walk over all values. */
const shortStretch = 32;
/** Numbers that crowd together need more rounds; from here on the built-in sort takes over. */
const maxRounds = 4;

/**
 * Sorts the numbers in place, ascending; linear for numbers that spread, n log(n) at worst. Each round
 * puts them into equally wide buckets, until a bucket holds a few.
 */
export function sortNumbers(values: Float64Array): void {
  sortRound(values, new Float64Array(values.length), maxRounds);
  insertionSort(values);
}

function sortRound(values: Float64Array, scratch: Float64Array, rounds: number): void {
  if (values.length <= shortStretch) return;
  const [low, high] = extent(values);
  if (low === high) return;
  const buckets = Math.min(maxBuckets, Math.ceil(values.length / valuesPerBucket));
  const scale = (buckets - 1) / (high - low);
  if (rounds === 0 || !(scale > 0 && Number.isFinite(scale))) {
    values.sort();
    return;
  }
  const ends = distribute(values, scratch, low, scale, buckets);
  let start = 0;
  for (const end of ends) {
    if (end - start > shortStretch) {
      sortRound(values.subarray(start, end), scratch.subarray(start, end), rounds - 1);
    }
    start = end;
  }
}

/** Orders the values by bucket; the end of each bucket. */
function distribute(
  values: Float64Array,
  scratch: Float64Array,
  low: number,
  scale: number,
  buckets: number,
): Int32Array {
  const ends = new Int32Array(buckets);
  for (let i = 0; i < values.length; i++) ends[((values[i]! - low) * scale) | 0]!++;
  let total = 0;
  for (let b = 0; b < buckets; b++) {
    const count = ends[b]!;
    ends[b] = total;
    total += count;
  }
  for (let i = 0; i < values.length; i++) {
    const x = values[i]!;
    scratch[ends[((x - low) * scale) | 0]!++] = x;
  }
  values.set(scratch);
  return ends;
}

/** Quick for values none of which is far from its place. */
function insertionSort(values: Float64Array): void {
  for (let i = 1; i < values.length; i++) {
    const x = values[i]!;
    let at = i;
    for (; at > 0 && values[at - 1]! > x; at--) values[at] = values[at - 1]!;
    values[at] = x;
  }
}
