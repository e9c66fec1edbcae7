/** Fewer values have no trend. */
const fewest = 4;
/** Long curves are taken in as many means. */
const most = 64;

/**
 * How surely a curve rises (positive) or falls (negative) over its course, whatever its shape: Kendall's score
 * S of all pairs of values in standard deviations of S without a trend (Mann 1945), sqrt(n (n-1) (2n+5) / 18).
 * Values that are not finite are passed over; 0 for fewer than four.
 */
export function trendOf(values: Float64Array): number {
  const means = meansOf(values.filter(value => Number.isFinite(value)));
  const n = means.length;
  if (n < fewest) return 0;
  let score = 0;
  for (let i = 0; i < n; i++) {
    for (let j = i + 1; j < n; j++) score += Math.sign(means[j]! - means[i]!);
  }
  return score / Math.sqrt((n * (n - 1) * (2 * n + 5)) / 18);
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
