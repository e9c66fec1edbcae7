const mostBins = 40;
const leastInBin = 20;
/** Squared errors of errors that grow as the square of the prediction. */
const steepest = 4;
/** A growth within so many standard errors of none is none. */
const leastErrors = 2;

/**
 * The losses over the power of the sizes by which they grow with them; as they are where they do not. So a
 * group of large predictions is not taken for worse because errors are proportional to the prediction
 * everywhere.
 */
export function withoutSize(losses: Float64Array, sizes: Float64Array): Float64Array {
  const power = Math.min(steepest, growth(pointsOf(losses, sizes)));
  if (power === 0) return losses;
  return losses.map((loss, i) => (sizes[i]! > 0 ? loss / sizes[i]! ** power : loss));
}

interface Point {
  /** Logarithm of the middle size of a bin, and the mean logarithm of its losses, which long tails do not sway. */
  readonly x: number;
  readonly y: number;
}

/** Quantile bins by size. */
function pointsOf(losses: Float64Array, sizes: Float64Array): readonly Point[] {
  const own = Int32Array.from(sizes.keys())
    .filter(i => sizes[i]! > 0)
    .sort((a, b) => sizes[a]! - sizes[b]!);
  const bins = Math.min(mostBins, Math.floor(own.length / leastInBin));
  return Array.from({ length: bins }, (_, bin) => {
    const from = Math.floor((bin * own.length) / bins);
    const part = own.subarray(from, Math.floor(((bin + 1) * own.length) / bins));
    const some = part.filter(i => losses[i]! > 0);
    const y = some.reduce((sum, i) => sum + Math.log(losses[i]!), 0) / some.length;
    return { x: Math.log(sizes[part[part.length >> 1]!]!), y };
  }).filter(({ x, y }) => Number.isFinite(x) && Number.isFinite(y));
}

/** The least-squares slope; 0 where it is not clearly above its standard error. */
function growth(points: readonly Point[]): number {
  const n = points.length;
  if (n < 3) return 0;
  const meanX = points.reduce((sum, { x }) => sum + x, 0) / n;
  const meanY = points.reduce((sum, { y }) => sum + y, 0) / n;
  let spread = 0;
  let product = 0;
  let squares = 0;
  for (const { x, y } of points) {
    spread += (x - meanX) ** 2;
    product += (x - meanX) * (y - meanY);
    squares += (y - meanY) ** 2;
  }
  if (!(spread > 0)) return 0;
  const slope = product / spread;
  const error = Math.sqrt(Math.max(0, squares - slope * product) / (n - 2) / spread);
  return slope > leastErrors * error ? slope : 0;
}
