/**
 * How far above a mean its interval ends, in standard errors, when the mean has the skewness `k`: Student's t
 * carried back through a monotone cubic that takes the skewness out. The lower end is `-skewedEnd(-k, t)`.
 * Source: Hall 1992, On the removal of skewness by transformation, JRSS B 54.
 */
export function skewedEnd(k: number, t: number): number {
  if (Math.abs(k) < 1e-6) return t;
  return (-3 / k) * (Math.cbrt(1 + k * (-t - k / 6)) - 1);
}

/**
 * The same for means of few rare rows that count: the variance is taken to grow with the mean as it does for
 * counts, by its third cumulant over its second, and (x - mean)^2 = t^2 variance(mean) is solved as Wilson
 * does for shares.
 */
export function scoreEnd(k: number, t: number): number {
  const shift = (k * t * t) / 2;
  return shift + Math.hypot(shift, t);
}
