import { type Fill, forEachFilled } from '../../core/statistics/fill';
import type { DensityMark } from '../../shared/figure';

export interface GridAxis {
  readonly min: number;
  readonly max: number;
  readonly bins: number;
}

/** Counts of the points (x[i], y[i]) on a grid; points outside are left out. */
export function density(
  name: string,
  x: Float64Array,
  y: Float64Array,
  across: GridAxis,
  up: GridAxis,
): DensityMark {
  const columns = new Int16Array(pieceLength);
  const rows = new Int16Array(pieceLength);
  const counts = new Float64Array(across.bins * up.bins);
  for (let from = 0; from < x.length; from += pieceLength) {
    const to = Math.min(x.length, from + pieceLength);
    binAll(x, from, to, across, columns);
    binAll(y, from, to, up, rows);
    for (let i = 0; i < to - from; i++) {
      const column = columns[i]!;
      const row = rows[i]!;
      if (column >= 0 && row >= 0) counts[row * across.bins + column]! += 1;
    }
  }
  return { kind: 'density', name, tone: { meaning: 'neutral' }, x: across, y: up, counts };
}

/** Counts over x alone, as a shade over the whole height. */
export function shade(
  name: string,
  counts: Float64Array,
  across: GridAxis,
  up: Omit<GridAxis, 'bins'>,
): DensityMark {
  const y = { min: up.min, max: up.max, bins: 1 };
  return { kind: 'density', name, tone: { meaning: 'neutral' }, x: across, y, counts };
}

/** How many of n values lie in each bin of the axis; the last bin is closed on the right. */
export function countsAlong(n: number, fill: Fill, { min, max, bins }: GridAxis): Float64Array {
  const counts = new Float64Array(bins);
  const scale = bins / (max - min);
  forEachFilled(n, fill, values => {
    for (let i = 0; i < values.length; i++) {
      const value = values[i]!;
      // Values outside add 0 to the bin next to them, which costs less than a branch.
      const bin = Math.max(0, Math.min(bins - 1, (value - min) * scale)) | 0;
      counts[bin]! += Number(value >= min) & Number(value <= max);
    }
  });
  return counts;
}

const pieceLength = 8192;

/** Bins of values [from, to), the last one closed on the right; -1 outside. */
function binAll(
  values: Float64Array,
  from: number,
  to: number,
  { min, max, bins }: GridAxis,
  found: Int16Array,
): void {
  const scale = bins / (max - min);
  for (let i = from; i < to; i++) {
    const value = values[i]!;
    const bin = Math.min(bins - 1, ((value - min) * scale) | 0);
    found[i - from] = value >= min && value <= max ? bin : -1;
  }
}
