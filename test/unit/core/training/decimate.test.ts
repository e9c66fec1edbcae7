import assert from 'node:assert/strict';
import fc from 'fast-check';
import { decimate } from '../../../../src/core/training/decimate';
import { randomFrom } from './simulated';

function noise(n: number): { readonly x: Float64Array; readonly y: Float64Array } {
  const random = randomFrom(7);
  const x = new Float64Array(n).map((_, i) => i);
  return { x, y: x.map(() => random()) };
}

describe('decimate', () => {
  it('keeps everything when there is little', () => {
    const { x, y } = noise(20);
    assert.deepEqual([...decimate(x, y, 100)], [...x]);
  });

  it('keeps the first and the last point and every spike', () => {
    const { x, y } = noise(100_000);
    y[77_777] = 1000;
    y[12_345] = -1000;
    y[50_000] = Number.NaN;
    const kept = [...decimate(x, y, 300)];
    assert.ok(kept.length <= 5 * 300);
    for (const index of [0, 12_345, 50_000, 77_777, 99_999]) assert.ok(kept.includes(index));
  });

  it('keeps the extremes of each column, ascending and once', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ noDefaultInfinity: true }), { minLength: 1, maxLength: 400 }),
        fc.integer({ min: 1, max: 20 }),
        (values, buckets) => {
          const y = Float64Array.from(values);
          const x = y.map((_, i) => i);
          const kept = [...decimate(x, y, buckets)];
          assert.deepEqual(
            kept,
            [...new Set(kept)].sort((a, b) => a - b),
          );
          const finite = values.filter(value => Number.isFinite(value));
          for (const extreme of [Math.min(...finite), Math.max(...finite)]) {
            if (finite.length > 0) assert.ok(kept.some(i => values[i] === extreme));
          }
        },
      ),
    );
  });

  it('shows more of a zoomed range, with one neighbour on either side', () => {
    const { x, y } = noise(1_000_000);
    const kept = decimate(x, y, 500, 1000, 1400);
    assert.equal(kept[0], 999);
    assert.equal(kept.at(-1), 1401);
    assert.equal(kept.length, 403);
  });

  it('handles one x for all values', () => {
    const y = noise(1000).y;
    const kept = decimate(new Float64Array(1000).fill(3), y, 10);
    assert.equal(kept[0], 0);
    assert.equal(kept.at(-1), 999);
  });

  it('keeps both ends of five million points', () => {
    const { x, y } = noise(5_000_000);
    const kept = decimate(x, y, 800);
    assert.deepEqual([kept[0], kept.at(-1)], [0, 4_999_999]);
    assert.ok(kept.length <= 4 * 800 + 2);
  });
});
