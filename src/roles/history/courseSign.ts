import type { Series } from '../../core/training/history';

/** Fewer values have no course. */
const fewest = 4;
/** So many more pairs must go one way than chance would have it, in standard deviations. */
const certain = 2;
/** Long curves are taken in as many means. */
const most = 64;

/**
 * 1 when a curve rises over its course, -1 when it falls, 0 when chance could do the same: Kendall's score S
 * of all pairs of values against its standard deviation without a trend (Mann 1945), sqrt(n (n-1) (2n+5) / 18).
 */
export function courseSign({ values }: Pick<Series, 'values'>): -1 | 0 | 1 {
  const means = meansOf(values.filter(value => Number.isFinite(value)));
  const n = means.length;
  if (n < fewest) return 0;
  let score = 0;
  for (let i = 0; i < n; i++) {
    for (let j = i + 1; j < n; j++) score += Math.sign(means[j]! - means[i]!);
  }
  const spread = Math.sqrt((n * (n - 1) * (2 * n + 5)) / 18);
  if (Math.abs(score) < certain * spread) return 0;
  return score > 0 ? 1 : -1;
}

function meansOf(values: Float64Array): Float64Array {
  if (values.length <= most) return values;
  return Float64Array.from({ length: most }, (_, block) => {
    const from = Math.floor((block * values.length) / most);
    const to = Math.floor(((block + 1) * values.length) / most);
    let sum = 0;
    for (let i = from; i < to; i++) sum += values[i]!;
    return sum / (to - from);
  });
}
