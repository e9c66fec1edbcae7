import assert from 'node:assert/strict';
import fc from 'fast-check';
import { negativeLogs, truthCosts } from '../../../../src/core/statistics/logarithms';

const words = new BigInt64Array(1);
const number = new Float64Array(words.buffer);

/** How many doubles lie between two of the same sign. */
function steps(a: number, b: number): number {
  number[0] = a;
  const first = words[0]!;
  number[0] = b;
  return Math.abs(Number(words[0]! - first));
}

describe('negativeLogs', () => {
  it('stays within one step of Math.log for any positive numbers, however many', () => {
    const positive = fc.oneof(
      fc.double({ min: 0, max: 1, noNaN: true, minExcluded: true }),
      fc.double({ min: 0.5, max: 2, noNaN: true }),
      fc.double({ min: 1e-308, noNaN: true, noDefaultInfinity: true }),
    );
    fc.assert(
      fc.property(fc.array(positive, { minLength: 1, maxLength: 33 }), numbers => {
        const logs = Float64Array.from(numbers);
        negativeLogs(logs);
        numbers.forEach((x, i) => {
          assert.ok(steps(logs[i]!, 0 - Math.log(x)) <= 1, `${x}: ${logs[i]}`);
        });
      }),
    );
  });

  it('is what Math.log says of 0, of numbers too small for all their digits, and of no numbers', () => {
    const odd = [0, 5e-324, -1, Number.NaN, Number.POSITIVE_INFINITY, 0.5, 1];
    const logs = Float64Array.from(odd);
    negativeLogs(logs);
    assert.deepEqual(
      [...logs],
      odd.map(x => 0 - Math.log(x)),
    );
  });

  it('fills its whole room, and gives 0 for 1 whatever was there before', () => {
    for (const n of [2048, 1, 2047]) {
      const logs = new Float64Array(n).fill(1);
      negativeLogs(logs);
      assert.ok(logs.every(x => Object.is(x, 0)));
    }
  });
});

describe('truthCosts', () => {
  it('keeps all digits of -log1p(-p) however small p is', () => {
    const probability = fc.oneof(
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.integer({ min: 1, max: 300 }).map(places => 1.7 * 10 ** -places),
    );
    const sample = fc.record({ p: probability, y: fc.integer({ min: 0, max: 1 }) });
    fc.assert(
      fc.property(fc.array(sample, { minLength: 2, maxLength: 20 }), samples => {
        const p = Float64Array.from(samples, ({ p }) => p);
        const target = Int32Array.from(samples, ({ y }) => y);
        const costs = new Float64Array(samples.length - 1);
        truthCosts(p, target, 1, costs);
        costs.forEach((cost, i) => {
          const { p, y } = samples[i + 1]!;
          const expected = 0 - (y === 1 ? Math.log(p) : Math.log1p(-p));
          assert.ok(steps(cost, expected) <= 1, `${p} of ${y}: ${cost}, not ${expected}`);
        });
      }),
    );
  });
});
