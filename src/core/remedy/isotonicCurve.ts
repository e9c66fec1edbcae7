/**
 * The rising curve that comes nearest to the outcomes in squares (pool adjacent violators), over the used
 * samples in ascending `order` of x; straight between its blocks and level beyond the ends, as scikit-learn's
 * IsotonicRegression with out_of_bounds='clip'.
 */
export function isotonicCurve(
  x: Float64Array,
  outcome: Int32Array,
  weight: Float64Array | undefined,
  order: Int32Array,
  isUsed: (i: number) => boolean,
): (x: number) => number {
  const blocks: Block[] = [];
  for (const block of distinct(x, outcome, weight, order, isUsed)) {
    let merged = block;
    for (let last = blocks.at(-1); last !== undefined; last = blocks.at(-1)) {
      if (last.sum * merged.weight < merged.sum * last.weight) break;
      merged = {
        from: last.from,
        to: merged.to,
        weight: last.weight + merged.weight,
        sum: last.sum + merged.sum,
      };
      blocks.pop();
    }
    blocks.push(merged);
  }
  const level = ({ sum, weight: total }: Block) => sum / total;
  const places = Float64Array.from(blocks.flatMap(({ from, to }) => [from, to]));
  const levels = Float64Array.from(blocks.flatMap(block => [level(block), level(block)]));
  return at => between(places, levels, at);
}

interface Block {
  readonly from: number;
  readonly to: number;
  readonly weight: number;
  readonly sum: number;
}

/** One block for each x that occurs, ascending; without a weight none. */
function* distinct(
  x: Float64Array,
  outcome: Int32Array,
  weight: Float64Array | undefined,
  order: Int32Array,
  isUsed: (i: number) => boolean,
): Generator<Block> {
  for (let at = 0; at < order.length; ) {
    const here = x[order[at]!]!;
    let [total, sum] = [0, 0];
    for (; at < order.length && x[order[at]!] === here; at++) {
      const i = order[at]!;
      if (!isUsed(i)) continue;
      const w = weight?.[i] ?? 1;
      total += w;
      sum += w * outcome[i]!;
    }
    if (total > 0) yield { from: here, to: here, weight: total, sum };
  }
}

function between(places: Float64Array, levels: Float64Array, at: number): number {
  let [low, high] = [0, places.length - 1];
  if (high < 0) return Number.NaN;
  if (at <= places[low]!) return levels[low]!;
  if (at >= places[high]!) return levels[high]!;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (places[middle]! <= at) low = middle;
    else high = middle;
  }
  const share = (at - places[low]!) / (places[high]! - places[low]!);
  return levels[low]! + share * (levels[high]! - levels[low]!);
}
