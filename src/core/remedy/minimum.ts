const mostSteps = 60;
const longestStep = 2;

/**
 * Where a convex function is least within a range, by Newton's steps from `start`, none longer than 2; `slopes`
 * gives its first and second derivative.
 */
export function minimum(
  start: number,
  [least, most]: readonly [number, number],
  slopes: (x: number) => readonly [first: number, second: number],
): number {
  let x = start;
  for (let step = 0; step < mostSteps; step++) {
    const [first, second] = slopes(x);
    if (first === 0) return x;
    const wanted = second > 0 ? first / second : Math.sign(first) * longestStep;
    const next = x - Math.max(-longestStep, Math.min(longestStep, wanted));
    const kept = Math.max(least, Math.min(most, next));
    if (Math.abs(kept - x) <= 1e-12 * Math.max(1, Math.abs(x))) return kept;
    x = kept;
  }
  return x;
}
