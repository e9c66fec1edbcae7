import { plural } from '../../shared/text';
import { sumOf } from '../statistics/sum';
import type { ErrorView } from './errorView';
import type { Measured } from './measured';
import { noMean } from './totalWeight';

/** Weighted mean over the samples that have what the loss needs; the note counts the others. */
export function partialMean(
  view: ErrorView,
  has: (i: number) => boolean,
  term: (i: number) => number,
  lacking: string,
): Measured {
  const { n, weight } = view;
  const w = weight === undefined ? () => 1 : (i: number) => weight[i]!;
  let kept = 0;
  for (let i = 0; i < n; i++) if (has(i)) kept++;
  const total = sumOf(n, i => (has(i) ? w(i) : 0));
  if (total === 0) return noMean(view) ?? { undefined: `every row lacks ${lacking}` };
  const value = sumOf(n, i => (has(i) ? w(i) * term(i) : 0)) / total;
  if (kept === n) return { value };
  return { value, note: `left out: ${plural(n - kept, 'row')} without ${lacking}` };
}
