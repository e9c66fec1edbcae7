import assert from 'node:assert/strict';
import { gammaTail, logGamma } from '../../../../src/core/statistics/gammaTail';
import { skewedTail, sumOfTails, sumTail } from '../../../../src/core/statistics/sumTail';

const close = (found: number, expected: number, relative: number) =>
  assert.ok(Math.abs(found - expected) <= relative * Math.abs(expected), `${found} ${expected}`);

describe('gammaTail', () => {
  it('is an exponential for shape 1 and a Poisson sum for whole shapes', () => {
    for (const x of [0.01, 0.5, 1, 3, 20, 300]) {
      close(gammaTail(1, x), Math.exp(-x), 1e-12);
      close(gammaTail(3, x), Math.exp(-x) * (1 + x + (x * x) / 2), 1e-11);
    }
  });
  it('has the 95 % points of chi squared that tables print', () => {
    close(gammaTail(1 / 2, 3.841458820694124 / 2), 0.05, 1e-10);
    close(gammaTail(10 / 2, 18.307038053275146 / 2), 0.05, 1e-10);
    close(gammaTail(100 / 2, 124.3421134012 / 2), 0.05, 1e-7);
  });
  it('knows factorials and the root of pi', () => {
    close(logGamma(11), Math.log(3628800), 1e-14);
    close(logGamma(0.5), Math.log(Math.sqrt(Math.PI)), 1e-12);
  });
});

describe('sumTail', () => {
  /** The share of all choices of k values that add up to at least the sum. */
  function exact(values: readonly number[], k: number, sum: number): number {
    let all = 0;
    let above = 0;
    for (let mask = 0; mask < 2 ** values.length; mask++) {
      const chosen = values.filter((_, i) => (mask >> i) & 1);
      if (chosen.length !== k) continue;
      all += 1;
      above += Number(chosen.reduce((total, x) => total + x, 0) >= sum - 1e-9);
    }
    return above / all;
  }

  it('is near the share of all choices that are as large, for few and skewed values', () => {
    const values = Array.from({ length: 18 }, (_, i) => -Math.log(1 - (i + 0.5) / 18));
    for (const k of [4, 6, 9, 12]) {
      for (const sum of [k * 1.3, k * 1.5, k * 1.7]) {
        const expected = exact(values, k, sum);
        const found = sumTail({ count: k, sum, values: Float64Array.from(values) });
        assert.ok(Math.abs(found - expected) < 0.01 + 0.1 * expected, `${k} ${found} ${expected}`);
      }
    }
  });
  it('is a normal tail where nothing is skewed', () => {
    close(skewedTail(1.959963984540054, 0), 0.025, 1e-2);
    close(skewedTail(-1.959963984540054, 0), 0.975, 1e-3);
  });
  it('adds what is drawn in strata, whatever the level of each', () => {
    const values = Float64Array.from({ length: 18 }, (_, i) => -Math.log(1 - (i + 0.5) / 18));
    const drawn = { count: 5, sum: 9, values };
    const raised = { count: 5, sum: 9 + 5 * 40, values: values.map(x => x + 40) };
    close(sumOfTails([drawn, drawn]), sumOfTails([drawn, raised]), 1e-9);
    close(sumOfTails([drawn]), sumTail(drawn), 1e-12);
    const whole = { count: 18, sum: values.reduce((a, b) => a + b, 0), values };
    close(sumOfTails([drawn, whole]), sumTail(drawn), 1e-12);
    assert.equal(sumOfTails([whole]), 1);
  });
  it('says nothing of all values, of none, and of values that are all the same', () => {
    const values = Float64Array.of(1, 2, 3);
    assert.equal(sumTail({ count: 3, sum: 6, values }), 1);
    assert.equal(sumTail({ count: 0, sum: 0, values }), 1);
    assert.equal(sumTail({ count: 1, sum: 2, values: Float64Array.of(2, 2, 2) }), 1);
  });
});
