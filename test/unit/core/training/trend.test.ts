import assert from 'node:assert/strict';
import { trendOf } from '../../../../src/core/training/trend';

const trend = (...values: number[]): number => trendOf(Float64Array.from(values));

describe('trendOf', () => {
  it('is the score of all pairs in its standard deviations', () => {
    // 5 values: 10 pairs, all rising: 10 / sqrt(5 * 4 * 15 / 18)
    assert.ok(Math.abs(trend(1, 2, 3, 4, 5) - 10 / Math.sqrt(300 / 18)) < 1e-12);
    assert.ok(Math.abs(trend(5, 4, 3, 2, 1) + 10 / Math.sqrt(300 / 18)) < 1e-12);
    assert.ok(Math.abs(trend(1, 2, 3, 5, 4) - 8 / Math.sqrt(300 / 18)) < 1e-12);
  });

  it('is 0 without a trend and for fewer than four values', () => {
    assert.equal(trend(2, 2, 2, 2), 0);
    assert.equal(trend(1, 2, 3), 0);
  });

  it('passes over what is not finite and takes long curves in means', () => {
    assert.equal(trend(1, Number.NaN, 2, 3, Infinity, 4), trend(1, 2, 3, 4));
    const long = Array.from({ length: 5000 }, (_, i) => i / 5000 + ((i * 7919) % 100) / 100);
    assert.ok(trend(...long) > 8);
  });
});
