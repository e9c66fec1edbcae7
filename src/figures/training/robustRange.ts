import { padded } from '../drawing/padded';
import type { DrawnCurve } from './drawnCurve';

const maxValues = 20_000;

/** The range that holds the middle 90 % of all values of the curves; undefined when there are none. */
export function robustRange(
  curves: readonly DrawnCurve[],
): { readonly min: number; readonly max: number } | undefined {
  const each = Math.ceil(maxValues / Math.max(curves.length, 1));
  const values = Float64Array.from(curves.flatMap(({ y }) => [...sampled(y, each)])).sort();
  if (values.length === 0) return undefined;
  const [min, max] = padded(quantile(values, 0.05), quantile(values, 0.95));
  return { min, max };
}

function sampled(values: Float64Array, most: number): readonly number[] {
  const step = Math.max(1, Math.floor(values.length / most));
  const picked: number[] = [];
  for (let i = 0; i < values.length; i += step) {
    if (Number.isFinite(values[i]!)) picked.push(values[i]!);
  }
  return picked;
}

function quantile(sorted: Float64Array, share: number): number {
  return sorted[Math.round(share * (sorted.length - 1))]!;
}
