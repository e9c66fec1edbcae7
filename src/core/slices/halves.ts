import type { Feature } from './feature';
import { wholeAt } from './gather';

/** Fewer ids than this do not make two halves. */
const leastKeys = 20;

/** Which samples say the same thing again, and the two halves that keep those together. */
export interface Halves {
  /** 0 or 1 for each sample. */
  readonly sides: Uint8Array;
  /** The same number for samples of one id, and for copies where there is no id. */
  readonly clusters: Int32Array;
}

/** `keys` are codes of ids by data row. */
export function halvesOf(
  rows: Int32Array,
  losses: Float64Array,
  features: readonly Feature[],
  keys: Int32Array | undefined,
): Halves {
  const clusters = clustersOf(rows, losses, features, keys);
  const sides = new Uint8Array(clusters.length);
  for (let i = 0; i < sides.length; i++) sides[i] = sideOf(mixed(0, clusters[i]!));
  return { clusters, sides };
}

function clustersOf(
  rows: Int32Array,
  losses: Float64Array,
  features: readonly Feature[],
  keys: Int32Array | undefined,
): Int32Array {
  if (keys !== undefined) {
    const own = wholeAt(keys, rows);
    if (new Set(own).size >= leastKeys) return own;
  }
  const content = contents(rows, losses, features);
  return isTelling(content) ? content : rows;
}

function sideOf(hash: number): number {
  return (hash >>> 16) & 1;
}

/** The hash of a row's loss and features: copies have the same. */
function contents(
  rows: Int32Array,
  losses: Float64Array,
  features: readonly Feature[],
): Int32Array {
  const hashes = new Int32Array(rows.length);
  const double = new Float64Array(1);
  const words = new Int32Array(double.buffer);
  const add = (i: number, x: number) => {
    double[0] = x;
    hashes[i] = mixed(mixed(hashes[i]!, words[0]!), words[1]!);
  };
  for (let i = 0; i < rows.length; i++) {
    add(i, losses[i]!);
    for (const feature of features) {
      const row = rows[i]!;
      add(i, feature.kind === 'number' ? feature.values[row]! : feature.codes[row]!);
    }
  }
  return hashes;
}

/** False where many rows are alike without being copies: a few labels, and right or wrong. */
function isTelling(hashes: Int32Array): boolean {
  const most = Math.max(2, hashes.length / 200);
  const counts = new Map<number, number>();
  for (const hash of hashes) {
    const count = (counts.get(hash) ?? 0) + 1;
    if (count > most) return false;
    counts.set(hash, count);
  }
  return true;
}

/** The finisher of MurmurHash3 (Appleby, public domain) over a running hash. */
function mixed(hash: number, word: number): number {
  let h = Math.imul(hash ^ word, 0x85ebca6b);
  h ^= h >>> 13;
  h = Math.imul(h + 0x9e3779b9, 0xc2b2ae35);
  return h ^ (h >>> 16);
}
