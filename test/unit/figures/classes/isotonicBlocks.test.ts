import assert from 'node:assert/strict';
import { fastPaths } from '../../../../src/core/fastPaths/fastPaths';
import { fineCells, fineEvents } from '../../../../src/figures/classes/fineEvents';
import { type Block, isotonicBlocks } from '../../../../src/figures/classes/isotonicBlocks';
import { uniforms } from '../fixtures';

function eventsOf(probability: readonly number[], chance: (p: number) => number) {
  const luck = uniforms(probability.length, 9);
  return {
    probability: Float64Array.from(probability),
    event: Uint8Array.from(probability, (p, i) => Number(luck[i]! < chance(p))),
  };
}

function blocksOf(events: ReturnType<typeof eventsOf>): readonly Block[] {
  const { counts } = fineEvents(events, new Uint8Array(fineCells), () => undefined);
  return isotonicBlocks(events.probability, events.event, counts);
}

describe('isotonicBlocks', () => {
  it('pools what falls, so that the frequency only rises', () => {
    const events = {
      probability: Float64Array.of(0.1, 0.2, 0.3, 0.4, 0.5),
      event: Uint8Array.of(0, 1, 0, 1, 1),
    };
    assert.deepEqual(blocksOf(events), [
      { count: 1, events: 0 },
      { count: 2, events: 1 },
      { count: 2, events: 2 },
    ]);
  });

  it('pools cells of a long table as it pools the same probabilities one by one', () => {
    const cells = 512;
    const n = fastPaths.isotonic.from;
    const probability = uniforms(n).map(u => Math.floor(u * cells) / cells);
    const events = eventsOf(probability, p => p ** 2);
    const blocks = blocksOf(events);
    const count = new Map<number, Block>();
    probability.forEach((p, i) => {
      const { count: rows, events: happened } = count.get(p) ?? { count: 0, events: 0 };
      count.set(p, { count: rows + 1, events: happened + events.event[i]! });
    });
    const groups = [...count].sort(([a], [b]) => a - b).map(([, block]) => block);
    assert.deepEqual(blocks, pooled(groups));
  });
});

/** Pool adjacent violators, from its definition: neighbours that fall are one block, until none does. */
function pooled(groups: readonly Block[]): readonly Block[] {
  const blocks = [...groups];
  for (let i = 0; i + 1 < blocks.length; ) {
    const [a, b] = [blocks[i]!, blocks[i + 1]!];
    if (a.events * b.count < b.events * a.count) {
      i++;
      continue;
    }
    blocks.splice(i, 2, { count: a.count + b.count, events: a.events + b.events });
    i = Math.max(0, i - 1);
  }
  return blocks;
}
