import type { Series } from './history';

/**
 * Index of the smallest finite value, or of the largest where higher is better; the first of ties, -1 when
 * there is none.
 */
export function bestIndex(values: Float64Array, direction: Series['direction']): number {
  const sign = direction === 'higher' ? -1 : 1;
  let best = -1;
  let least = Number.POSITIVE_INFINITY;
  for (let i = 0; i < values.length; i++) {
    const value = sign * values[i]!;
    if (value < least && Number.isFinite(value)) {
      least = value;
      best = i;
    }
  }
  return best;
}
