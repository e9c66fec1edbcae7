import assert from 'node:assert/strict';
import { epochPlaces } from '../../../../src/roles/history/epochPlaces';

const none = Number.NaN;

function places(
  epoch: readonly number[],
  within: readonly number[] | null,
  ...curves: readonly (readonly number[])[]
): readonly number[] {
  const rows = Int32Array.from(epoch, (_, row) => row);
  const cells = curves.map(curve => (row: number) => curve[row] === 1);
  const counts = within === null ? null : Float64Array.from(within);
  return [...epochPlaces(rows, Float64Array.from(epoch), counts, cells, () => '')];
}

describe('epochPlaces', () => {
  it('places a counter that starts again in each epoch between the epoch before and this one', () => {
    assert.deepEqual(places([1, 1, 2, 2], [50, 100, 50, 100], [1, 1, 1, 1]), [0.5, 1, 1.5, 2]);
  });

  it('places counts from 0 behind the epoch where epochs are counted from 0', () => {
    assert.deepEqual(places([0, 0, 1, 1], [0, 50, 0, 50], [1, 1, 1, 1]), [0, 0.5, 1, 1.5]);
  });

  it('places a counter that runs on by what it counted in each epoch', () => {
    assert.deepEqual(places([1, 1, 2, 2], [8, 16, 24, 32], [1, 1, 1, 1]), [0.5, 1, 1.5, 2]);
  });

  it('leaves values of a whole epoch at the epoch as the file counts it', () => {
    const train = [1, 1, 0, 1, 1, 0];
    const held = [0, 0, 1, 0, 0, 1];
    assert.deepEqual(
      places([1, 1, 1, 2, 2, 2], [5, 10, none, 5, 10, none], train, held),
      [0.5, 1, 1, 1.5, 2, 2],
    );
  });

  it('counts from 0 where a later epoch does, though the log begins within one', () => {
    const [a, b, c, d] = places([4, 4, 5, 5], [20, 40, 0, 20], [1, 1, 1, 1]);
    assert.ok(3 < a! && a! < b! && b! < 4 && c === 4 && 4 < d!, String([a, b, c, d]));
  });

  it('spreads rows without a counter evenly', () => {
    assert.deepEqual(places([1, 1, 2, 2], null, [1, 1, 1, 1]), [0.5, 1, 1.5, 2]);
  });
});
