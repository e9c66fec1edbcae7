import assert from 'node:assert/strict';
import { searchSteps, whichNumber } from '../../../../src/core/explain/whichNumber';
import { modelSamplesOf } from '../../../../src/core/samples/modelSamplesOf';
import type { Samples } from '../../../../src/core/samples/samples';
import { defaultParameters } from '../../../../src/shared/metricId';
import { binary, multiclass, regression } from '../../../support/samplesOf';

function best(samples: Samples, text: string): string | undefined {
  return whichNumber(modelSamplesOf(samples).models, text, defaultParameters)[0]?.text;
}

const target = [3, -0.5, 2, 7, 1.5];
const prediction = [2.5, 0.1, 2.2, 8.3, 1.1];
const numbers = regression(target, prediction);
const weighted = regression(target, prediction, [1, 2, 3, 4, 0.5]);
const labels = [1, 0, 1, 1, 0];
const p = [0.9, 0.2, 0.6, 0.35, 0.55];
const classes = binary(labels, { model: p });

const rows = target.map((_, i) => i);
const sum = (of: (i: number) => number) => rows.reduce((total, i) => total + of(i), 0);
const squared = (i: number) => (prediction[i]! - target[i]!) ** 2;

describe('whichNumber', () => {
  it('names a value that a library prints by default', () => {
    assert.match(best(numbers, String(sum(squared) / 5))!, /^Mean squared error/);
    assert.match(best(classes, '0.5375319')!, /^Log loss/);
  });

  it('finds the half, the sum and the percent', () => {
    assert.match(best(numbers, String(sum(squared) / 10))!, /Mean squared error.*halved/);
    assert.match(best(numbers, String(sum(squared)))!, /Mean squared error.*summed/);
    const mape = sum(i => Math.abs((prediction[i]! - target[i]!) / target[i]!)) / 5;
    assert.match(best(numbers, String(100 * mape))!, /percent/i);
  });

  it('finds the weights of Keras and the weights forgotten', () => {
    const w = [1, 2, 3, 4, 0.5];
    const sumOfWeighted = sum(i => w[i]! * squared(i));
    assert.match(best(weighted, String(sumOfWeighted / 5))!, /Keras weights/);
    assert.match(best(weighted, String(sum(squared) / 5))!, /without the weights/);
  });

  it('finds targets and predictions swapped and moved by one row', () => {
    const mean = sum(i => prediction[i]!) / 5;
    const swapped = 1 - sum(squared) / sum(i => (prediction[i]! - mean) ** 2);
    assert.match(best(numbers, String(swapped))!, /R2.*swapped/);
    const moved = [1, 2, 3, 4].reduce((t, i) => t + (prediction[i - 1]! - target[i]!) ** 2, 0) / 4;
    assert.match(best(numbers, String(moved))!, /Mean squared error.*one row/);
  });

  it('finds a loss of logits that was fed with probabilities', () => {
    const softplus = (x: number) => Math.log1p(Math.exp(x));
    const bce = p.reduce((t, x, i) => t + softplus(labels[i] === 1 ? -x : x), 0) / 5;
    assert.match(best(classes, String(bce))!, /BCEWithLogitsLoss fed with probabilities/);
    const many = [
      [0.7, 0.2, 0.1],
      [0.2, 0.5, 0.3],
      [0.1, 0.3, 0.6],
    ];
    const truth = [0, 2, 2];
    const double =
      many.reduce((t, row, i) => {
        const total = row.reduce((s, x) => s + Math.exp(x), 0);
        return t + Math.log(total) - row[truth[i]!]!;
      }, 0) / 3;
    assert.equal(
      best(multiclass(truth, many), String(double)),
      'PyTorch CrossEntropyLoss fed with probabilities: softmax applied twice',
    );
  });

  it('finds the base of the logarithm and the clip', () => {
    const loss = p.reduce((t, x, i) => t - Math.log2(labels[i] === 1 ? x : 1 - x), 0) / 5;
    assert.match(best(classes, String(loss))!, /bits/);
    const sure = binary([1, 0], { model: [0, 0.5] });
    assert.match(best(sure, String((16.11809565095832 + Math.LN2) / 2))!, /Keras/);
    assert.match(best(sure, String((100 + Math.LN2) / 2))!, /PyTorch/);
  });

  it('matches as many digits as were typed, halves rounded either way', () => {
    const found = whichNumber(
      modelSamplesOf(regression([0, 0], [0.25, 0.25])).models,
      '0.3',
      defaultParameters,
    );
    assert.ok(found.some(({ text }) => text.startsWith('Mean absolute error')));
    assert.equal(found[0]?.digits, 1);
  });

  it('recognises float32 arithmetic behind a long number', () => {
    assert.match(best(classes, '0.5375318527221680')!, /^Log loss/);
  });

  it('has nothing to say about a text that is no number, or a number that nothing gives', () => {
    assert.deepEqual(whichNumber(modelSamplesOf(numbers).models, 'n/a', defaultParameters), []);
    assert.deepEqual(
      whichNumber(modelSamplesOf(numbers).models, '123456.789', defaultParameters),
      [],
    );
  });

  it('can pause between any two numbers that it works out', () => {
    const { models } = modelSamplesOf(classes);
    let pauses = 0;
    for (const _ of searchSteps(models, '123.456', defaultParameters)) pauses += 1;
    // The catalogue alone has some 25 numbers for two classes, and each reading goes through it again.
    assert.ok(pauses > 25 * 4, `${pauses} pauses`);
  });
});
