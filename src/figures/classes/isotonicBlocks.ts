import { fastPaths } from '../../core/fastPaths/fastPaths';

/** Samples whose probabilities recalibrate to one and the same frequency, `events / count`. */
export interface Block {
  readonly count: number;
  readonly events: number;
}

/**
 * Blocks of rising frequency, in the order of the probabilities (pool adjacent violators); of more samples
 * than are quickly sorted from the counts in fine cells, absences and events of each.
 */
export function isotonicBlocks(
  probability: Float64Array,
  event: Uint8Array,
  fine: Uint32Array,
): readonly Block[] {
  const groups =
    probability.length < fastPaths.isotonic.from
      ? exactGroups(probability, event)
      : fineGroups(fine);
  const blocks: { count: number; events: number }[] = [];
  for (const group of groups) {
    let { count, events } = group;
    for (let last = blocks.at(-1); last !== undefined; last = blocks.at(-1)) {
      if (last.events * count < events * last.count) break;
      count += last.count;
      events += last.events;
      blocks.pop();
    }
    blocks.push({ count, events });
  }
  return blocks;
}

/** One group for each distinct probability, ascending. */
function* exactGroups(probability: Float64Array, event: Uint8Array): Generator<Block> {
  const yes = probability.filter((_, i) => event[i] === 1).sort();
  const no = probability.filter((_, i) => event[i] !== 1).sort();
  let i = 0;
  let j = 0;
  while (i < yes.length || j < no.length) {
    const p = Math.min(yes[i] ?? Number.POSITIVE_INFINITY, no[j] ?? Number.POSITIVE_INFINITY);
    const fromYes = i;
    const fromNo = j;
    while (yes[i] === p) i++;
    while (no[j] === p) j++;
    yield { count: i - fromYes + j - fromNo, events: i - fromYes };
  }
}

function* fineGroups(fine: Uint32Array): Generator<Block> {
  for (let at = 0; at < fine.length; at += 2) {
    const events = fine[at + 1]!;
    const count = fine[at]! + events;
    if (count > 0) yield { count, events };
  }
}
