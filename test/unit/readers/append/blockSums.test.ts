import assert from 'node:assert/strict';
import fc from 'fast-check';
import { BlockSums, sameBlocks, summed } from '../../../../src/readers/append/blockSums';
import { bufferSource } from '../../../../src/readers/byteSource';

const bytes = new Uint8Array(300_000).map((_, i) => (i * 7919) >>> 3);

function sumsOf(content: Uint8Array, cuts: readonly number[]): (readonly [number, number])[] {
  const sums = new BlockSums();
  const ends = [...new Set([...cuts, content.length])].sort((a, b) => a - b);
  let start = 0;
  for (const end of ends) {
    sums.see(start, content.slice(start, end));
    start = end;
  }
  return [...sums.entries];
}

describe('checksums of the blocks of a file', () => {
  it('do not depend on the pieces a file is read in', () => {
    const whole = sumsOf(bytes, []);
    assert.equal(whole.length, 4);
    const cuts = fc.array(fc.integer({ min: 1, max: bytes.length }), { maxLength: 12 });
    fc.assert(fc.property(cuts, places => assert.deepEqual(sumsOf(bytes, places), whole)));
  });

  it('tell every block in which one byte has changed', async () => {
    const known = new BlockSums();
    known.see(0, bytes);
    await fc.assert(
      fc.asyncProperty(
        fc.nat(bytes.length - 1),
        fc.integer({ min: 1, max: 255 }),
        async (at, by) => {
          const changed = bytes.slice();
          changed[at] = (changed[at]! + by) % 256;
          assert.equal(await sameBlocks(bufferSource('a', changed), known, changed.length), false);
        },
      ),
      { numRuns: 30 },
    );
    assert.equal(await sameBlocks(bufferSource('a', bytes), known, bytes.length), true);
  });

  it('are taken of what is read, in whatever order, and of whole blocks alone', async () => {
    const sums = new BlockSums();
    const source = summed(bufferSource('a', bytes), sums);
    await source.read(131_072, 200_000);
    await source.read(10, 65_536);
    assert.deepEqual(
      sums.entries.map(([block]) => block),
      [2],
    );
    await source.read(0, 65_536);
    assert.deepEqual(
      sums.entries.map(([block]) => block),
      [2, 0],
    );
    assert.deepEqual(sums.entries[1], sumsOf(bytes, [])[0]);
  });
});
