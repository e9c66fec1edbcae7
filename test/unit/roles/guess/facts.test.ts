import assert from 'node:assert/strict';
import fc from 'fast-check';
import { Facts, spreadRows } from '../../../../src/roles/guess/facts';
import { smallColumn } from '../../../support/smallTable';

describe('the rows that a guess looks at', () => {
  it('are all rows when there are few enough', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 5000 }), rows => {
        assert.deepEqual(
          spreadRows(rows, 5000),
          Array.from({ length: rows }, (_, row) => row),
        );
      }),
      { numRuns: 30 },
    );
  });

  it('are one of each stretch of the table, in order', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 2 ** 31 }),
        fc.integer({ min: 1, max: 3000 }),
        (rows, most) => {
          const seen = spreadRows(rows, most);
          assert.equal(seen.length, Math.min(rows, most));
          for (const [i, row] of seen.entries()) {
            assert.ok(row >= Math.floor((i * rows) / seen.length));
            assert.ok(row < Math.ceil(((i + 1) * rows) / seen.length));
          }
        },
      ),
      { numRuns: 30 },
    );
  });

  it('do not keep step with values that come again and again', () => {
    for (const period of [2, 7, 50, 500]) {
      const seen = new Set(spreadRows(1_000_000, 2000).map(row => row % period));
      assert.ok(seen.size > 0.9 * period, `${seen.size} of ${period} values`);
    }
  });
});

describe('the facts of a column', () => {
  it('are those of its finite numbers', () => {
    const facts = new Facts(smallColumn('a', [2, Number.NaN, 4, Number.POSITIVE_INFINITY, 6]), 10);
    assert.deepEqual(
      [facts.rows, facts.count, facts.min, facts.max, facts.mean, facts.integer, facts.rising],
      [5, 3, 2, 6, 4, true, true],
    );
    assert.equal(facts.spread, Math.sqrt(8 / 3));
    assert.equal(facts.hasNumbers, true);
    assert.equal(new Facts(smallColumn('b', [Number.NaN]), 10).hasNumbers, false);
  });

  it('count cells that mean the same class together, in order of appearance', () => {
    const facts = new Facts(smallColumn('a', [1, -0, 0, 1, 2]), 10);
    assert.deepEqual(
      [...facts.labels],
      [
        ['1', 2],
        ['0', 2],
        ['2', 1],
      ],
    );
  });
});
