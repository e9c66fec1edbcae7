import { type Fill, forEachFilled } from '../../core/statistics/fill';
import { quantileOfSorted } from '../../core/statistics/quantileOfSorted';
import { niceStep } from '../drawing/niceStep';

const maxBins = 100;
/** Fewer would hide where a handful of errors lie. */
const minBins = 12;
/** Of a bin: an end this close to an edge stands on it, so that no bin is a sliver that rounding left. */
const slack = 1e-9;

export interface Histogram {
  /** One more than `counts`. */
  readonly edges: Float64Array;
  /** Of the values in [edges[i], edges[i + 1]); the last bin holds its upper edge as well. */
  readonly counts: Float64Array;
}

/**
 * Multiples of `step`, from the last that is not above `low` to the first that is not below `high`: all bins
 * between them are equally wide.
 */
export function edgesAround(low: number, high: number, step: number): Float64Array {
  const first = Math.floor(low / step + slack);
  const bins = Math.max(1, Math.ceil(high / step - slack) - first);
  const edges = Float64Array.from({ length: bins + 1 }, (_, i) => (first + i) * step);
  edges[0] = Math.min(edges[0]!, low);
  edges[bins] = Math.max(edges[bins]!, high);
  return edges;
}

/** Counts the n values that lie within `edges`, which ascend by `step`. */
export function histogram(n: number, fill: Fill, edges: Float64Array, step: number): Histogram {
  const bins = edges.length - 1;
  const [min, max] = [edges[0]!, edges[bins]!];
  const first = Math.round(min / step);
  const counts = new Float64Array(bins);
  forEachFilled(n, fill, values => {
    for (let i = 0; i < values.length; i++) {
      const value = values[i]!;
      if (!(value >= min && value <= max)) continue;
      // The quotient is rounded, so the bin it names may be one beside that whose edges hold the value.
      const near = Math.max(0, Math.min(bins - 1, Math.floor(value / step) - first)) | 0;
      const bin = near - Number(value < edges[near]!) + Number(value >= edges[near + 1]!);
      counts[Math.min(bins - 1, bin)]! += 1;
    }
  });
  return { edges, counts };
}

/**
 * How wide bins of n values within [min, max] should be: 2 IQR / cuberoot(n) as Freedman and Diaconis advise, or
 * by Sturges' rule where half of the values are equal, rounded up to a plain number. `sorted` holds some of the
 * values in ascending order.
 */
export function binWidth(n: number, sorted: Float64Array, min: number, max: number): number {
  const spread = quantileOfSorted(sorted, 0.75) - quantileOfSorted(sorted, 0.25);
  const advised = (2 * spread) / Math.cbrt(n);
  const sturges = (max - min) / (Math.log2(Math.max(n, 1)) + 1);
  const width = advised > 0 ? Math.min(advised, sturges) : sturges;
  const range = max - min;
  return niceStep(Math.min(Math.max(width, range / maxBins), range / minBins));
}
