/** Which functional of the target the predictions aim at. */
export type Functional = 'mean' | 'median';

/**
 * Mean elementary score at each threshold t of an ascending, evenly spaced grid (Ehm, Gneiting, Jordan
 * and Krueger, 2016): over the samples with min(x, y) <= t < max(x, y), |y - t| for the mean and 1/2 for
 * the median, x the prediction and y the target. Twice the area below is the squared loss, respectively
 * the absolute loss.
 */
export function murphyCurve(
  prediction: ArrayLike<number>,
  target: ArrayLike<number>,
  grid: Float64Array,
  functional: Functional,
): Float64Array {
  const slopes = new Float64Array(grid.length + 1);
  const heights = new Float64Array(grid.length + 1);
  const start = grid[0]!;
  const step = (grid.at(-1)! - start) / (grid.length - 1);
  const place = (value: number) => firstNotBelow(grid, (value - start) / step, value);
  for (let i = 0; i < target.length; i++) {
    const x = prediction[i]!;
    const y = target[i]!;
    const from = place(Math.min(x, y));
    const to = place(Math.max(x, y));
    if (from === to) continue;
    const sign = functional === 'median' ? 0 : Math.sign(y - x);
    const height = functional === 'median' ? 0.5 : sign * y;
    slopes[from]! -= sign;
    slopes[to]! += sign;
    heights[from]! += height;
    heights[to]! -= height;
  }
  return accumulate(grid, slopes, heights, target.length);
}

/** Index of the first grid point >= value; the guess is off by a rounding at most. */
function firstNotBelow(grid: Float64Array, guess: number, value: number): number {
  let at = Math.max(0, Math.min(grid.length, Math.ceil(guess)));
  while (at > 0 && grid[at - 1]! >= value) at--;
  while (at < grid.length && grid[at]! < value) at++;
  return at;
}

function accumulate(
  grid: Float64Array,
  slopes: Float64Array,
  heights: Float64Array,
  n: number,
): Float64Array {
  let slope = 0;
  let height = 0;
  return grid.map((t, i) => {
    slope += slopes[i]!;
    height += heights[i]!;
    return Math.max(0, (height + slope * t) / n);
  });
}
