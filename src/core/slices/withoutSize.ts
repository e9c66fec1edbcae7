const mostBins = 20;
const leastInBin = 10;
/** Squared errors of errors that grow as the square of the prediction. */
const steepest = 4;

/**
 * The losses over a power of the sizes, the one by which losses grow with them inside the group and outside; as
 * they are where they do not. So a group of large predictions is not called worse for errors that are
 * proportional to the prediction everywhere.
 */
export function withoutSize(
  losses: Float64Array,
  sizes: Float64Array,
  group: Uint8Array,
): Float64Array {
  const sides = [0, 1].map(side => binsOfSide(losses, sizes, group, side));
  const power = Math.min(steepest, growth(sides));
  if (power === 0) return losses;
  return losses.map((loss, i) => (sizes[i]! > 0 ? loss / sizes[i]! ** power : loss));
}

interface Point {
  /** Logarithm of the middle size of a bin, and the mean logarithm of its losses, which long tails do not sway. */
  readonly x: number;
  readonly y: number;
}

/** The quantile bins by size of the samples inside or outside. */
function binsOfSide(
  losses: Float64Array,
  sizes: Float64Array,
  group: Uint8Array,
  side: number,
): readonly Point[] {
  const own = Int32Array.from(group.keys())
    .filter(i => group[i] === side && sizes[i]! > 0)
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

/**
 * The least-squares slope that both sides share while each has a level of its own, at the upper end of its 95 %
 * interval so that no growth is left to be found; 0 where it is not above its standard error.
 */
function growth(sides: readonly (readonly Point[])[]): number {
  let spread = 0;
  let product = 0;
  let squares = 0;
  let freedom = -1;
  for (const points of sides) {
    const n = points.length;
    if (n < 2) continue;
    const meanX = points.reduce((sum, { x }) => sum + x, 0) / n;
    const meanY = points.reduce((sum, { y }) => sum + y, 0) / n;
    freedom += n - 1;
    for (const { x, y } of points) {
      spread += (x - meanX) ** 2;
      product += (x - meanX) * (y - meanY);
      squares += (y - meanY) ** 2;
    }
  }
  if (freedom < 1 || !(spread > 0)) return 0;
  const slope = product / spread;
  const error = Math.sqrt(Math.max(0, squares - slope * product) / freedom / spread);
  return slope > error ? slope + 2 * error : 0;
}
