/** How the Murphy curves of two models lie: the first never above, the second never above, equal or crossing. */
export type Dominance = 'first' | 'second' | 'equal' | 'crossing';

/** Compares two curves at the same thresholds, with room for rounding. */
export function dominance(first: Float64Array, second: Float64Array): Dominance {
  const largest = first.reduce((max, value, i) => Math.max(max, value, second[i]!), 0);
  const slack = largest * 1e-9;
  let firstLower = false;
  let secondLower = false;
  for (const [i, value] of first.entries()) {
    if (value < second[i]! - slack) firstLower = true;
    if (second[i]! < value - slack) secondLower = true;
  }
  if (firstLower && secondLower) return 'crossing';
  if (firstLower) return 'first';
  return secondLower ? 'second' : 'equal';
}
