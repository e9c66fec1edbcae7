/**
 * How much better two levels of loss describe the rows than one: the logarithm of the likelihood ratio of
 * gamma distributed scores, in which `count` of `n` rows add up to `sum` of `total`. 0 where the group is not
 * worse than the rest.
 */
export function gainOf(count: number, sum: number, n: number, total: number): number {
  const rest = n - count;
  if (count === 0 || rest === 0) return 0;
  const inside = sum / count;
  const outside = (total - sum) / rest;
  if (!(inside > outside)) return 0;
  const mean = total / n;
  return -count * Math.log(inside / mean) - rest * Math.log(Math.max(outside, 1e-12) / mean);
}

/** No less than the gain, without a logarithm: log x is at least 1 - 1 / x. */
export function mostGain(count: number, sum: number, n: number, total: number): number {
  const more = sum - (count * total) / n;
  if (!(more > 0)) return 0;
  return more * ((n - count) / (total - sum) - count / sum);
}
