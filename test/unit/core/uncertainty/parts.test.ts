import assert from 'node:assert/strict';
import { columnFill } from '../../../../src/core/statistics/fill';
import { studentT } from '../../../../src/core/statistics/studentT';
import { effectiveRows } from '../../../../src/core/uncertainty/effectiveRows';
import { scoreEnd, skewedEnd } from '../../../../src/core/uncertainty/ends';
import { mcNemar } from '../../../../src/core/uncertainty/mcNemar';
import { meanMoments } from '../../../../src/core/uncertainty/meanMoments';
import { pairedShares } from '../../../../src/core/uncertainty/pairedShares';
import { unseenAbove } from '../../../../src/core/uncertainty/unseen';
import { assertClose } from '../../../support/close';

describe("Student's t", () => {
  it('has the published 97.5 % points', () => {
    const published = [
      [9, 2.262],
      [10, 2.228],
      [20, 2.086],
      [30, 2.042],
      [60, 2.0],
      [120, 1.98],
    ];
    for (const [freedom, point] of published) {
      assert.ok(
        Math.abs(studentT(freedom!) - point!) < 5.1e-4,
        `${freedom}: ${studentT(freedom!)}`,
      );
    }
  });
});

describe('the moments of a mean', () => {
  it('are those worked out by hand', () => {
    // 1, 2, 6: mean 3, squares 4 + 1 + 9, cubes -8 - 1 + 27.
    const found = meanMoments(3, columnFill(Float64Array.of(1, 2, 6)), undefined);
    assertClose(found.mean, 3);
    assertClose(found.second, 14 / 9);
    assertClose(found.third, 18 / 27);
    assertClose(found.rows, 3);
    assert.equal(found.balance, 1);
    assert.equal(found.least, 1);
  });

  it('take weights in, to their second and third power', () => {
    // Weights 1, 2, 1 of -1, 0, 5: mean 1; distances -2, -1, 4.
    const found = meanMoments(3, columnFill(Float64Array.of(-1, 0, 5)), Float64Array.of(1, 2, 1));
    assertClose(found.mean, 1);
    assertClose(found.second, (4 + 4 + 16) / 16);
    assertClose(found.third, (-8 - 8 + 64) / 64);
    assertClose(found.rows, 16 / 6);
    assert.equal(found.balance, 0);
    assert.equal(found.least, -1);
  });

  it('leave NaN out with its weight', () => {
    const found = meanMoments(3, columnFill(Float64Array.of(1, Number.NaN, 3)), undefined);
    assertClose(found.mean, 2);
    assertClose(found.rows, 2);
  });

  it('count rows as Kish does', () => {
    assert.equal(effectiveRows(7, undefined), 7);
    assertClose(effectiveRows(4, Float64Array.of(1, 1, 1, 3)), 36 / 12);
    assertClose(effectiveRows(3, Float64Array.of(5, 5, 0)), 2);
  });
});

describe('the ends of an interval', () => {
  it('are t without skewness, on both sides', () => {
    assert.equal(skewedEnd(0, 2), 2);
    assert.equal(scoreEnd(0, 2), 2);
  });

  it("undo Hall's cubic: x + k x^2 / 3 + k^2 x^3 / 27 + k / 6 = -t at the upper end", () => {
    for (const k of [-0.9, -0.3, 0.1, 0.5, 1]) {
      const x = -skewedEnd(k, 2);
      assertClose(x + (k * x ** 2) / 3 + (k ** 2 * x ** 3) / 27 + k / 6, -2);
    }
  });

  it('are those of counts: one seen is compatible with 0.18 to 5.7, four with 1.6 to 10.3', () => {
    // The score interval of a Poisson mean: x + z^2 / 2 -+ z sqrt(x + z^2 / 4); z = 1.96.
    for (const [seen, low, high] of [
      [1, 0.1765, 5.6649],
      [4, 1.5556, 10.2859],
    ] as const) {
      const k = 1 / Math.sqrt(seen);
      const error = Math.sqrt(seen);
      assertClose(seen + error * scoreEnd(k, 1.96), high, 'high', 1e-4);
      assertClose(seen - error * scoreEnd(-k, 1.96), low, 'low', 1e-3);
    }
  });
});

describe('an unseen row', () => {
  it('lies beyond the largest value by twice the growth of the tail', () => {
    // 0.7 sqrt(9) = 2: the tail above 2 is 4 and 8, its logarithms grow by (ln 4 + ln 2) / 2.
    const values = Float64Array.of(8, 1, 1, 2, 1, 1, 4, 1, 1);
    const found = unseenAbove(9, columnFill(values), 1, 0.1)!;
    const distance = 8 * Math.exp(Math.log(4) + Math.log(2)) - 1;
    assertClose(found.square, distance ** 2);
    assertClose(found.cube, distance ** 3);
    assert.equal(found.rows, 0.1);
  });

  it('is none where hardly a value is above zero', () => {
    assert.equal(
      unseenAbove(9, columnFill(Float64Array.of(1, 1, 0, 0, 0, 0, 0, 0, 0)), 0, 0.1),
      null,
    );
    assert.equal(unseenAbove(2, columnFill(Float64Array.of(-1, -2)), 0, 0.1), null);
  });
});

describe("McNemar's test", () => {
  it('has the p of (b - c)^2 / (b + c) in tables of chi-square', () => {
    // The 5 %, 1 % and 0.1 % points: 3.841, 6.635, 10.828.
    for (const [square, p] of [
      [3.841459, 0.05],
      [6.634897, 0.01],
      [10.827566, 0.001],
    ] as const) {
      const total = 1000;
      const apart = Math.sqrt(square * total);
      assertClose(mcNemar((total + apart) / 2, (total - apart) / 2), p, 'p', 1e-5);
    }
    assert.equal(mcNemar(0, 0), 1);
    assert.equal(mcNemar(5, 5), 1);
    assert.equal(mcNemar(3, 8), mcNemar(8, 3));
  });
});

describe('the difference of two shares of the same rows', () => {
  it("has Tango's interval: 1 and 7 of 21 rows, -0.517 to -0.026", () => {
    // Fagerland, Lydersen and Laake 2014, Statistics in Medicine 33, table VII.
    const { low, high } = pairedShares(1, 7, 21);
    assert.ok(Math.abs(low + 0.517) < 5.1e-4, `${low}`);
    assert.ok(Math.abs(high + 0.026) < 5.1e-4, `${high}`);
  });

  it('turns around with the two shares', () => {
    const one = pairedShares(3, 9, 40);
    const other = pairedShares(9, 3, 40);
    assertClose(one.low, -other.high);
    assertClose(one.high, -other.low);
  });

  it('leaves out zero exactly when McNemar finds p below 0.05', () => {
    for (let onlyA = 0; onlyA <= 12; onlyA++) {
      for (let onlyB = 0; onlyB <= 12; onlyB++) {
        const { low, high } = pairedShares(onlyA, onlyB, 40);
        assert.equal(low > 1e-9 || high < -1e-9, mcNemar(onlyA, onlyB) < 0.05, `${onlyA} ${onlyB}`);
      }
    }
  });

  it('holds a difference of nothing seen, and stays within -1 and 1', () => {
    const { low, high } = pairedShares(0, 0, 50);
    assert.ok(low < 0 && low > -0.08 && high > 0 && high < 0.08);
    // All for one side is a share of n in n, whose score interval starts at n / (n + z^2), doubled less 1.
    const all = pairedShares(12, 0, 12);
    assertClose(all.low, (12 - 1.959963984540054 ** 2) / (12 + 1.959963984540054 ** 2));
    assertClose(all.high, 1);
  });
});
