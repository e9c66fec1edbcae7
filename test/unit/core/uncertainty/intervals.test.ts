import assert from 'node:assert/strict';
import { usableOf } from '../../../../src/core/samples/usableOf';
import { compareModels } from '../../../../src/core/uncertainty/compareModels';
import { intervals } from '../../../../src/core/uncertainty/intervals';
import { mcNemar } from '../../../../src/core/uncertainty/mcNemar';
import { Random } from '../../../../src/core/uncertainty/random';
import { wilson } from '../../../../src/core/uncertainty/wilson';
import { defaultParameters } from '../../../../src/shared/metricId';
import { assertClose } from '../../../support/close';
import { binary, firstUsable, regression } from '../../../support/samplesOf';

const random = new Random(7);
const noise = () => random.below(2001) / 1000 - 1;
const column = (n: number, of: (i: number) => number) => Array.from({ length: n }, (_, i) => of(i));

describe('intervals', () => {
  it('hold the value and agree with the normal interval where that is right', () => {
    const n = 400;
    const prediction = column(n, noise);
    const usable = firstUsable(
      regression(
        column(n, () => 0),
        prediction,
      ),
    );
    const { mse, rmse } = intervals(usable, defaultParameters);
    const squares = prediction.map(x => x * x);
    const mean = squares.reduce((a, b) => a + b) / n;
    const variance = squares.reduce((a, b) => a + (b - mean) ** 2, 0) / n;
    const half = 1.96 * Math.sqrt(variance / n);
    assert.equal(mse?.method, 'bootstrap');
    assertClose(mse?.low, mean - half, 'low', 0.05);
    assertClose(mse?.high, mean + half, 'high', 0.05);
    assertClose(rmse?.low, Math.sqrt(mse!.low));
  });

  it('are the same every time', () => {
    const usable = firstUsable(
      binary(
        column(50, i => i % 2),
        { m: column(50, i => (i + 1) / 60) },
      ),
    );
    assert.deepEqual(intervals(usable, defaultParameters), intervals(usable, defaultParameters));
  });

  it('are normal above 100 000 rows, and quick', () => {
    const n = 100_001;
    const usable = firstUsable(
      regression(
        column(n, () => 0),
        column(n, noise),
      ),
    );
    const { mae, mse } = intervals(usable, defaultParameters);
    assert.equal(mae?.method, 'normal');
    assert.ok(mae!.low < 0.5 && mae!.high > 0.49);
    assert.ok(mse!.high - mse!.low < 0.01);
  });

  it('are not given for what is infinite, undefined or no mean', () => {
    const usable = firstUsable(binary([1, 0, 1, 0, 1], { m: [0, 0.5, 0.5, 0.2, 0.9] }));
    const found = intervals(usable, defaultParameters);
    assert.equal(found.log_loss, undefined);
    assert.equal(found.roc_auc, undefined);
    assert.ok(found.brier);
  });

  it('are not made up from a handful of rows', () => {
    const usable = firstUsable(binary([1, 0, 1, 0], { m: [0.4, 0.5, 0.5, 0.2] }));
    const { log_loss: loss, accuracy } = intervals(usable, defaultParameters);
    assert.equal(loss, undefined);
    assert.equal(accuracy?.method, 'wilson');
  });

  it('stay within classes: a resample never loses the rare class', () => {
    const target = column(40, i => (i === 0 ? 1 : 0));
    const p = column(40, i => (i === 0 ? 0.01 : 0.5));
    const { log_loss: loss } = intervals(firstUsable(binary(target, { m: p })), defaultParameters);
    const value = (-Math.log(0.01) + 39 * Math.LN2) / 40;
    assertClose(loss?.low, value);
    assertClose(loss?.high, value);
  });

  it('give accuracy the interval of Wilson', () => {
    const { low, high } = wilson(0.9, 100);
    assertClose(low, 0.8256343384950865);
    assertClose(high, 0.9447708629393249);
    const target = column(100, () => 1);
    const p = column(100, i => (i < 90 ? 0.8 : 0.2));
    const { accuracy } = intervals(firstUsable(binary(target, { m: p })), defaultParameters);
    assert.deepEqual(accuracy, { low, high, method: 'wilson' });
  });
});

describe('compareModels', () => {
  it('says that few rows cannot separate two accuracies, and when they can', () => {
    const target = column(100, () => 1);
    const a = column(100, i => (i < 90 ? 0.8 : 0.3));
    const b = column(100, i => (i >= 8 && i < 95 ? 0.8 : 0.3));
    const { usable } = usableOf(binary(target, { A: a, B: b }));
    const sentences = compareModels(usable, defaultParameters);
    assert.equal(sentences.length, 2);
    assert.equal(
      sentences[1],
      'n = 100 cannot separate the accuracies of A and B (McNemar p = 0.58).',
    );
    const poor = column(100, i => (i < 30 ? 0.8 : 0.3));
    const clear = compareModels(
      usableOf(binary(target, { A: a, C: poor })).usable,
      defaultParameters,
    );
    assert.match(clear[0]!, /^A has a lower log loss \(cross-entropy\) than C \(95 % interval/);
    assert.match(clear[1]!, /^A is more accurate than C \(McNemar p = /);
  });

  it('takes the exact test for few rows and comes close to it for many', () => {
    assertClose(mcNemar(1, 9), 0.021484375);
    assert.equal(mcNemar(0, 0), 1);
    assert.equal(mcNemar(5, 5), 1);
    assertClose(mcNemar(540, 461), mcNemar(540, 460), 'p', 0.1);
  });
});
