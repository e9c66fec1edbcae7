import assert from 'node:assert/strict';
import fc from 'fast-check';
import { columnFill } from '../../../../src/core/statistics/fill';
import { meanAndError } from '../../../../src/core/statistics/meanAndError';

/** In two passes, without a guess. */
function plainly(values: Float64Array, weight: Float64Array) {
  const total = weight.reduce((sum, w) => sum + w, 0);
  const mean = values.reduce((sum, x, i) => sum + weight[i]! * x, 0) / total;
  const squares = values.reduce((sum, x, i) => sum + (weight[i]! * (x - mean)) ** 2, 0);
  return { mean, error: Math.sqrt(squares) / total };
}

function near(found: number, expected: number, scale: number): void {
  assert.ok(Math.abs(found - expected) <= 1e-9 * scale, `${found}, not ${expected}`);
}

describe('meanAndError', () => {
  it('agrees with two passes, weighted or not, also where the first samples are unlike the others', () => {
    const seeds = fc.record({
      scale: fc.double({ min: 1e-3, max: 1e3, noNaN: true }),
      n: fc.integer({ min: 2, max: 9000 }),
    });
    fc.assert(
      fc.property(seeds, ({ scale, n }) => {
        const values = Float64Array.from({ length: n }, (_, i) =>
          i < 2048 ? 1000 + scale * Math.sin(i) : scale * Math.cos(3 * i),
        );
        const weight = Float64Array.from({ length: n }, (_, i) => i % 4);
        const ones = new Float64Array(n).fill(1);
        for (const [given, used] of [
          [undefined, ones],
          [weight, weight],
        ] as const) {
          const found = meanAndError(n, columnFill(values), given);
          const expected = plainly(values, used);
          near(found.mean, expected.mean, 1000);
          near(found.error, expected.error, expected.error + 1e-6);
        }
      }),
      { numRuns: 20 },
    );
  });

  it('leaves out rows without a value, and infinite ones that weigh nothing', () => {
    const values = Float64Array.of(1, Number.NaN, 3, Number.POSITIVE_INFINITY);
    const { mean, error } = meanAndError(4, columnFill(values), Float64Array.of(1, 1, 1, 0));
    assert.equal(mean, 2);
    assert.equal(error, Math.sqrt(2) / 2);
  });

  it('is infinite as soon as one value is', () => {
    const values = Float64Array.of(1, Number.POSITIVE_INFINITY, 3);
    assert.equal(meanAndError(3, columnFill(values), undefined).mean, Number.POSITIVE_INFINITY);
  });
});
