import type { Feature, LabelFeature, NumberFeature, Test } from './feature';

/**
 * A feature of some rows cut into bins. The first `ordered` of them ascend, so that neighbours make a range;
 * each of the others stands for itself, and those from `named` on for nothing that could be a group.
 */
export interface Bins {
  readonly feature: Feature;
  readonly codes: Uint16Array;
  readonly ordered: number;
  readonly named: number;
  readonly count: number;
  /** What holds for bins `first` to `last`, both included. */
  readonly testOf: (first: number, last: number) => Test;
}

/** How finely a feature is cut. */
export interface Cut {
  /** Ranges of numbers at most. */
  readonly ranges: number;
  /** Numbers of which there are no more than this have a bin each; as many as ranges unless said. */
  readonly values?: number;
  /** Names at most, those with the most rows. */
  readonly names: number;
  /** Names with fewer rows than this are no groups of their own. */
  readonly least: number;
}

/** Cuts a feature at `rows`. */
export function binsOf(feature: Feature, rows: Int32Array, cut: Cut): Bins {
  return feature.kind === 'number' ? numberBins(feature, rows, cut) : labelBins(feature, rows, cut);
}

function labelBins(feature: LabelFeature, rows: Int32Array, { names, least }: Cut): Bins {
  const counts = new Float64Array(feature.labels.length + 1);
  for (const row of rows) counts[feature.codes[row]! + 1]! += 1;
  const codes = Array.from(counts.keys());
  const common = codes
    .filter(code => counts[code]! >= least)
    .sort((a, b) => counts[b]! - counts[a]!)
    .slice(0, names);
  const place = new Uint16Array(counts.length).fill(common.length);
  common.forEach((code, bin) => {
    place[code] = bin;
  });
  return {
    feature,
    codes: codesOf(rows, row => place[feature.codes[row]! + 1]!),
    ordered: 0,
    named: common.length,
    count: common.length + 1,
    testOf: bin => ({ is: feature.labels[common[bin]! - 1] ?? null }),
  };
}

function codesOf(rows: Int32Array, code: (row: number) => number): Uint16Array {
  const codes = new Uint16Array(rows.length);
  for (let i = 0; i < rows.length; i++) codes[i] = code(rows[i]!);
  return codes;
}

/** The values that are not missing. */
function knownAt(values: Float64Array, rows: Int32Array): Float64Array {
  const known = new Float64Array(rows.length);
  let count = 0;
  for (let i = 0; i < rows.length; i++) {
    const x = values[rows[i]!]!;
    if (!Number.isNaN(x)) known[count++] = x;
  }
  return known.subarray(0, count);
}

function numberBins(
  feature: NumberFeature,
  rows: Int32Array,
  { ranges: most, values: fewest = most }: Cut,
): Bins {
  const { values } = feature;
  const known = knownAt(values, rows).sort();
  const own = distinctUpTo(known, fewest);
  const edges = own ?? quantileEdges(known, most);
  const ordered = edges.length;
  const hasMissing = known.length < rows.length;
  return {
    feature,
    codes: codesOf(rows, row => binAt(edges, values[row]!)),
    ordered,
    named: ordered + Number(hasMissing),
    count: ordered + 1,
    testOf: (first, last) => {
      if (first >= ordered) return { is: null };
      if (own !== null && first === last) return { is: String(own[first]) };
      const below = last === ordered - 1 ? null : edges[last + 1]!;
      return { from: first === 0 ? null : edges[first]!, below };
    },
  };
}

/**
 * Where each of at most `most` bins begins; the first at the smallest value. Bins hold about as many values
 * each.
 */
function quantileEdges(sorted: Float64Array, most: number): Float64Array {
  const n = sorted.length;
  const edges = [sorted[0]!];
  for (let k = 1; k < most; k++) {
    const edge = sorted[Math.floor((k * n) / most)]!;
    if (edge > edges.at(-1)!) edges.push(edge);
  }
  return Float64Array.from(edges);
}

/** The distinct values when there are at most `most`. */
function distinctUpTo(sorted: Float64Array, most: number): Float64Array | null {
  const distinct: number[] = [];
  for (const x of sorted) {
    if (distinct.length > 0 && x === distinct.at(-1)) continue;
    if (distinct.length === most) return null;
    distinct.push(x);
  }
  return Float64Array.from(distinct);
}

/** The bin of a value; that behind the last for NaN. */
function binAt(edges: Float64Array, x: number): number {
  if (Number.isNaN(x)) return edges.length;
  let low = 0;
  let high = edges.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (edges[middle]! <= x) low = middle;
    else high = middle - 1;
  }
  return low;
}
