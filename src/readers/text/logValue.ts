/** The value of a match of `logNumber`. */
export function logValue(digits: string): number {
  if (/nan/i.test(digits)) return Number.NaN;
  if (/inf/i.test(digits)) {
    return digits.startsWith('-') ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
  }
  return Number(digits.replaceAll('_', ''));
}
