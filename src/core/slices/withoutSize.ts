const mostBins = 20;
const leastInBin = 10;
/** Squared errors of errors that grow as the square of the prediction. */
const steepest = 4;

/**
 * The losses over a power of the sizes, the one by which the losses outside the group grow with them; as they
 * are where they do not. So a group of large predictions is not called worse for errors that are
 * proportional to the prediction everywhere.
 */
export function withoutSize(
  losses: Float64Array,
  sizes: Float64Array,
  group: Uint8Array,
): Float64Array {
  const power = growth(losses, sizes, group);
  if (power === 0) return losses;
  return losses.map((loss, i) => (sizes[i]! > 0 ? loss / sizes[i]! ** power : loss));
}

/**
 * Slope of log mean loss over log size among quantile bins of the others, at the upper end of its 95 % interval
 * so that no growth is left to be found; 0 where it is not clearly above 0.
 */
function growth(losses: Float64Array, sizes: Float64Array, group: Uint8Array): number {
  const others = Int32Array.from(group.keys())
    .filter(i => group[i] === 0 && sizes[i]! > 0)
    .sort((a, b) => sizes[a]! - sizes[b]!);
  const bins = Math.min(mostBins, Math.floor(others.length / leastInBin));
  if (bins < 3) return 0;
  const points = Array.from({ length: bins }, (_, bin) => {
    const from = Math.floor((bin * others.length) / bins);
    const to = Math.floor(((bin + 1) * others.length) / bins);
    const part = others.subarray(from, to);
    const loss = part.reduce((sum, i) => sum + losses[i]!, 0) / part.length;
    return { x: Math.log(sizes[part[part.length >> 1]!]!), y: Math.log(loss) };
  }).filter(({ x, y }) => Number.isFinite(x) && Number.isFinite(y));
  return Math.min(steepest, clearSlope(points));
}

/** The least-squares slope and twice its standard error when it is above that, else 0. */
function clearSlope(points: readonly { readonly x: number; readonly y: number }[]): number {
  const n = points.length;
  const mean = (of: 'x' | 'y') => points.reduce((sum, point) => sum + point[of], 0) / n;
  const [meanX, meanY] = [mean('x'), mean('y')];
  const spread = points.reduce((sum, { x }) => sum + (x - meanX) ** 2, 0);
  if (n < 3 || !(spread > 0)) return 0;
  const slope = points.reduce((sum, { x, y }) => sum + (x - meanX) * (y - meanY), 0) / spread;
  const squares = points.reduce((sum, { x, y }) => sum + (y - meanY - slope * (x - meanX)) ** 2, 0);
  const error = Math.sqrt(squares / (n - 2) / spread);
  return slope > 2 * error ? slope + 2 * error : 0;
}
