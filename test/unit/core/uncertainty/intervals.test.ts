import assert from 'node:assert/strict';
import { modelSamplesOf } from '../../../../src/core/samples/modelSamplesOf';
import { intervals } from '../../../../src/core/uncertainty/intervals';
import { shareInterval } from '../../../../src/core/uncertainty/shareInterval';
import { wilson } from '../../../../src/core/uncertainty/wilson';
import { defaultParameters } from '../../../../src/shared/metricId';
import { assertClose } from '../../../support/close';
import { binary, firstUsable, multiclass, regression } from '../../../support/samplesOf';

const column = (n: number, of: (i: number) => number) => Array.from({ length: n }, (_, i) => of(i));
const zeros = (n: number) => column(n, () => 0);
const errors = (n: number) => column(n, i => (i % 2 === 0 ? 1 : -1) * (1 + (i % 7)));

describe('intervals', () => {
  it('come close to mean -+ z standard errors of many rows without a tail', () => {
    const n = 10_000;
    const values = column(n, i => (i % 10) / 10);
    const { mae } = intervals(
      firstUsable(regression(zeros(n), values)),
      defaultParameters,
    ).intervals;
    // Ten equal shares of 0 to 0.9: mean 0.45, variance 0.0825.
    const half = 1.959963984540054 * Math.sqrt(0.0825 / (n - 1));
    assertClose(mae?.[0], 0.45 - half, 'low', 1e-3);
    assertClose(mae?.[1], 0.45 + half, 'high', 1e-3);
  });

  it('are those worked out by hand for ten errors', () => {
    // Twice -2 to 2: squares 20, cubes 0. A tenth of a row at 2 e^(2 ln 2) = 8 adds 6.4 and 51.2.
    const values = [-2, -1, 0, 1, 2, -2, -1, 0, 1, 2];
    const model = firstUsable(regression(zeros(10), values));
    const [low, high] = intervals(model, defaultParameters, ['mean_error']).intervals.mean_error!;
    const error = Math.sqrt(26.4 / (10 * 9));
    const k = (0.2 * 51.2) / 26.4 ** 1.5;
    const x = -high / error;
    // Hall's cubic of the end is the 2.5 % point of Student's t with 9 degrees, -2.262.
    assertClose(x + (k * x ** 2) / 3 + (k ** 2 * x ** 3) / 27 + k / 6, -2.2622, 'high', 1e-3);
    assertClose(low, -high);
  });

  it('reach further towards a long tail than away from it', () => {
    const n = 60;
    const values = column(n, i => Math.exp(3 * (i / n - 0.5)));
    const { mse } = intervals(
      firstUsable(regression(zeros(n), values)),
      defaultParameters,
    ).intervals;
    const mean = values.reduce((sum, x) => sum + x * x, 0) / n;
    assert.ok(mse![1] - mean > 1.5 * (mean - mse![0]));
  });

  it('are the roots and exponentials of the intervals they follow from', () => {
    const model = firstUsable(regression(zeros(50), errors(50)));
    const { mse, rmse } = intervals(model, defaultParameters).intervals;
    assertClose(rmse?.[0], Math.sqrt(mse![0]));
    assertClose(rmse?.[1], Math.sqrt(mse![1]));
    const labels = column(50, i => i % 2);
    const p = column(50, i => (i + 1) / 60);
    const found = intervals(firstUsable(binary(labels, { m: p })), defaultParameters).intervals;
    assertClose(found.perplexity?.[0], Math.exp(found.log_loss![0]));
    const smoothed = intervals(firstUsable(binary(labels, { m: p })), {
      ...defaultParameters,
      labelSmoothing: 0.1,
    }).intervals;
    assert.notDeepEqual(smoothed.log_loss, found.log_loss);
    assert.deepEqual(smoothed.perplexity, found.perplexity);
  });

  it('never go below zero for losses that cannot', () => {
    const model = firstUsable(regression(zeros(10), [9, 0, 0, 0, 0, 0, 0, 0, 0, 0.1]));
    const { mse, mean_error: bias } = intervals(model, defaultParameters).intervals;
    assert.equal(mse?.[0], 0);
    assert.ok(bias![1] > 0);
  });

  it('are not given for what is infinite, undefined or no mean, or the same in all rows', () => {
    const labels = column(12, i => i % 2);
    const model = firstUsable(binary(labels, { m: column(12, i => (i === 1 ? 0 : 0.6)) }));
    const { intervals: found, intervalMethod } = intervals(model, defaultParameters);
    assert.equal(found.log_loss, undefined);
    assert.equal(intervalMethod.log_loss, undefined);
    assert.equal(found.roc_auc, undefined);
    assert.ok(found.brier);
    const same = firstUsable(
      regression(
        zeros(12),
        column(12, () => 2),
      ),
    );
    assert.deepEqual(intervals(same, defaultParameters, ['mse']).intervals, {});
  });

  it('say "too few rows" below ten, and below what ten equal rows would say', () => {
    const few = intervals(firstUsable(regression(zeros(9), errors(9))), defaultParameters);
    assert.deepEqual(few.intervals, {});
    assert.equal(few.intervalMethod.mse, 'too few rows');
    assert.equal(few.intervalMethod.within_tolerance, 'too few rows');
    const spread = column(20, i => i / 10);
    const weight = column(20, i => (i < 9 ? 1 : 0));
    const weighted = intervals(
      firstUsable(regression(zeros(20), spread, weight)),
      defaultParameters,
    );
    assert.equal(weighted.intervalMethod.mse, 'too few rows');
    const enough = intervals(
      firstUsable(regression(zeros(10), spread.slice(0, 10))),
      defaultParameters,
    );
    assert.equal(enough.intervalMethod.mse, 'skewness-corrected');
  });

  it('count the share of a rare class as unknown: without one positive row they still reach its losses', () => {
    const n = 100;
    // All rows are negative and cost 0.0202; a positive one would cost 3.9.
    const model = firstUsable(binary(zeros(n), { m: column(n, i => 0.02 + i / 1e6) }));
    const [low, high] = intervals(model, defaultParameters).intervals.log_loss!;
    assert.ok(low < 0.0203 && low > 0);
    // Three positive rows in 100 would be no surprise (rule of three), nine would.
    assert.ok(high > 3 * 0.039 && high < 9 * 0.039, `${high}`);
  });

  it('do the same for three classes, one of which never occurs', () => {
    const n = 60;
    const scores = column(n, i => i).map(i => [0.5 + i / 1000, 0.46 - i / 1000, 0.04]);
    const model = firstUsable(
      multiclass(
        column(n, i => i % 2),
        scores,
      ),
    );
    const { log_loss: loss, brier } = intervals(model, defaultParameters).intervals;
    assert.ok(loss![1] > 0.85 && loss![0] < 0.73);
    assert.ok(brier![1] > brier![0]);
  });

  it('give a log loss with class weights the interval of its weighted mean', () => {
    const labels = column(40, i => i % 2);
    const p = column(40, i => 0.3 + (i % 7) / 20);
    const doubled = { ...defaultParameters, classWeights: { '1': 2 } };
    const byClass = intervals(firstUsable(binary(labels, { m: p })), doubled).intervals.log_loss!;
    const byRow = firstUsable(
      binary(
        labels,
        { m: p },
        labels.map(y => 1 + y),
      ),
    );
    const expected = intervals(byRow, defaultParameters).intervals.log_loss!;
    assertClose(byClass[0], expected[0]);
    assertClose(byClass[1], expected[1]);
  });

  it('do not depend on the scale of the weights, and equal weights are none', () => {
    const values = column(30, i => i ** 1.5);
    const of = (weight?: readonly number[]) =>
      intervals(firstUsable(regression(zeros(30), values, weight)), defaultParameters).intervals
        .mae!;
    const weight = column(30, i => 1 + (i % 3));
    assertClose(of(weight)[1], of(weight.map(w => 7 * w))[1]);
    assertClose(of(column(30, () => 0.25))[0], of()[0]);
    assertClose(of(column(30, () => 0.25))[1], of()[1]);
  });

  it('are finite for numbers near the largest there are, or absent', () => {
    const model = firstUsable(
      regression(
        zeros(12),
        column(12, i => i * 1e307),
      ),
    );
    const { intervals: found } = intervals(model, defaultParameters);
    for (const interval of Object.values(found)) assert.ok(interval!.every(Number.isFinite));
  });
});

describe('the interval of a share', () => {
  it('is that of Wilson, as published', () => {
    // Newcombe 1998, Statistics in Medicine 17, table I, method 3.
    const cases = [
      [81, 263, 0.2553, 0.3662],
      [15, 148, 0.0624, 0.1605],
      [0, 20, 0, 0.1611],
      [1, 29, 0.0061, 0.1718],
    ] as const;
    for (const [count, n, low, high] of cases) {
      const found = wilson(count / n, n);
      assert.ok(Math.abs(found.low - low) < 5e-5, `${count}/${n}: ${found.low}`);
      assert.ok(Math.abs(found.high - high) < 5e-5, `${count}/${n}: ${found.high}`);
    }
  });

  it('counts weighted rows as their equivalent of equal ones', () => {
    // Kish: weights 1 and 3, 10 of each: 40^2 / 100 = 16 rows.
    const weight = Float64Array.from({ length: 20 }, (_, i) => (i < 10 ? 1 : 3));
    assert.deepEqual(shareInterval(0.75, 20, weight), wilson(0.75, 16));
    const model = modelSamplesOf(
      binary(
        column(20, () => 1),
        { m: column(20, i => (i % 4 < 3 ? 0.9 : 0.1)) },
        [...weight],
      ),
    ).models[0]!;
    const { accuracy } = intervals(model, defaultParameters).intervals;
    const right = column(20, i => (i % 4 < 3 ? weight[i]! : 0)).reduce((a, b) => a + b) / 40;
    const { low, high } = wilson(right, 16);
    assertClose(accuracy?.[0], low);
    assertClose(accuracy?.[1], high);
  });
});
