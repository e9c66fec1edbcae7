import assert from 'node:assert/strict';
import fc from 'fast-check';
import { placeAmong } from '../../../../src/figures/classes/placeAmong';

const number = fc.double({ noNaN: true });

describe('placeAmong', () => {
  it('counts the numbers that are not above x', () => {
    fc.assert(
      fc.property(fc.array(number), number, (numbers, other) => {
        const ascending = Float64Array.from(numbers).sort();
        const place = placeAmong(ascending);
        for (const x of [...ascending, other]) {
          assert.equal(place(x), ascending.filter(value => value <= x).length);
        }
      }),
      { numRuns: 50 },
    );
  });
});
