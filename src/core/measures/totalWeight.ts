import type { Memo } from '../memo/memo';
import { sumOf } from '../statistics/sum';
import type { Measured } from './measured';

interface Weighted {
  readonly n: number;
  readonly weight: Float64Array | undefined;
  readonly memo: Memo;
}

/** Sum of the weights, n without weights. */
export function totalWeight(view: Weighted): number {
  const { n, weight } = view;
  if (weight === undefined) return n;
  return view.memo.get('total weight', () => sumOf(n, i => weight[i]!));
}

/** Why no mean exists, or null when one does. */
export function noMean(view: Weighted): { readonly undefined: string } | null {
  if (view.n === 0) return { undefined: 'no usable rows' };
  return totalWeight(view) === 0 ? { undefined: 'all weights are zero' } : null;
}

/** sum(w loss) / sum(w) from a weighted sum. */
export function meanOfSum(view: Weighted, sum: () => number): Measured {
  return noMean(view) ?? { value: sum() / totalWeight(view) };
}
