import type { HasCell } from './restarts';

/** A stretch of neighbouring rows of one set of data with the same epoch. */
interface Block {
  readonly epoch: number;
  readonly rows: number[];
}

/**
 * Where rows that share an epoch stand on the axis of epochs. A curve with one value per epoch stands at the
 * epoch as the file writes it; values within epoch e stand between e - 1 and e, or between e and e + 1 where
 * epochs are counted from 0, as far as the counter within the epoch has come, else evenly in their order.
 */
export function epochPlaces(
  rows: Int32Array,
  epoch: Float64Array,
  within: Float64Array | null,
  curves: readonly HasCell[],
  labelOf: (row: number) => string,
): Float64Array {
  const places = new Float64Array(epoch.length).fill(Number.NaN);
  const groups = blocksByLabel(rows, epoch, labelOf);
  const base = lowestEpoch(groups) < 1 ? 0 : 1;
  for (const blocks of groups.values()) {
    const often = curves.filter(has => blocks.some(block => countOf(block, has) > 1));
    const reach = within === null ? null : reachOf(blocks, within);
    for (const [i, block] of blocks.entries()) {
      const share = sharesIn(block, often, within, reach?.[i]);
      for (const row of block.rows) {
        const part = share(row);
        places[row] = part === null ? block.epoch : block.epoch - base + part;
      }
    }
  }
  return places;
}

function lowestEpoch(groups: ReadonlyMap<string, readonly Block[]>): number {
  let lowest = Number.POSITIVE_INFINITY;
  for (const blocks of groups.values())
    for (const { epoch } of blocks) if (epoch < lowest) lowest = epoch;
  return lowest;
}

function blocksByLabel(
  rows: Int32Array,
  epoch: Float64Array,
  labelOf: (row: number) => string,
): ReadonlyMap<string, Block[]> {
  const groups = new Map<string, Block[]>();
  let last = Number.NaN;
  for (const row of rows) {
    if (!Number.isNaN(epoch[row]!)) last = epoch[row]!;
    if (Number.isNaN(last)) continue;
    const label = labelOf(row);
    const blocks = groups.get(label) ?? [];
    groups.set(label, blocks);
    if (blocks.at(-1)?.epoch === last) blocks.at(-1)!.rows.push(row);
    else blocks.push({ epoch: last, rows: [row] });
  }
  return groups;
}

function countOf({ rows }: Block, has: HasCell): number {
  let count = 0;
  for (const row of rows) if (has(row)) count += 1;
  return count;
}

interface Reach {
  readonly start: number;
  readonly end: number;
}

/** First and last count of each epoch: from 0 again in each, or from where the epoch before ended. */
function reachOf(blocks: readonly Block[], within: Float64Array): readonly Reach[] {
  const counts = blocks.map(({ rows }) =>
    rows.map(row => within[row]!).filter(count => !Number.isNaN(count)),
  );
  const stride = strideOf(counts);
  const starts = counts.map((own, i) => own[0] ?? counts[i - 1]?.at(-1) ?? 0);
  const again = starts.some((start, i) => i > 0 && start < (counts[i - 1]!.at(-1) ?? start));
  if (again || blocks.length === 1) {
    const most = counts.flat().reduce((top, count) => Math.max(top, count), 0);
    return counts.map(() => ({ start: 0, end: starts.includes(0) ? most + stride : most }));
  }
  let last = Math.max(0, (starts[0] ?? 0) - stride);
  return counts.map(own => {
    const start = last;
    last = own.at(-1) ?? last;
    return { start, end: last };
  });
}

function strideOf(counts: readonly (readonly number[])[]): number {
  const first = counts.find(own => own.length > 1);
  return first === undefined ? 1 : Math.max(first[1]! - first[0]!, 0);
}

/** How far into the epoch a row stands; null for a row whose curves have one value per epoch. */
function sharesIn(
  { rows }: Block,
  often: readonly HasCell[],
  within: Float64Array | null,
  reach: Reach | undefined,
): (row: number) => number | null {
  const shared = rows.filter(row => often.some(has => has(row)));
  const order = new Map(shared.map((row, i) => [row, (i + 1) / shared.length]));
  return row => {
    const place = order.get(row);
    if (place === undefined) return null;
    const count = within?.[row] ?? Number.NaN;
    if (Number.isNaN(count)) return within === null ? place : null;
    if (reach === undefined || reach.end <= reach.start) return place;
    return Math.min(Math.max((count - reach.start) / (reach.end - reach.start), 0), 1);
  };
}
