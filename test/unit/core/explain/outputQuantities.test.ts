import assert from 'node:assert/strict';
import { outputQuantities } from '../../../../src/core/explain/outputQuantities';
import type { ModelSamples } from '../../../../src/core/samples/modelSamples';

function labels(
  name: string,
  target: readonly number[],
  predicted: readonly number[],
): ModelSamples {
  return {
    task: 'binary',
    name,
    split: null,
    n: target.length,
    rows: null,
    classes: ['0', '1'],
    target: Int32Array.from(target),
    predicted: Int32Array.from(predicted),
    predictedFrom: 'label',
  };
}

function numbers(
  name: string,
  target: readonly number[],
  prediction: readonly number[],
): ModelSamples {
  return {
    task: 'regression',
    name,
    split: null,
    n: target.length,
    rows: null,
    target: Float64Array.from(target),
    prediction: Float64Array.from(prediction),
  };
}

function quantityOf(outputs: readonly ModelSamples[], text: RegExp): number | undefined {
  return outputQuantities(outputs).find(one => text.test(one.text))?.value;
}

describe('outputQuantities', () => {
  // Rows: both right, second wrong, first wrong, both right.
  const first = labels('a', [1, 0, 1, 0], [1, 0, 0, 0]);
  const second = labels('b', [1, 1, 0, 0], [1, 0, 0, 0]);

  it('counts a row as right when every label is', () => {
    assert.equal(quantityOf([first, second], /^Subset accuracy/), 2 / 4);
  });

  it('counts the labels of all outputs in one', () => {
    // 2 of 2 predicted ones are right, 2 of 4 ones are found.
    assert.equal(quantityOf([first, second], /^Precision/), 1);
    assert.equal(quantityOf([first, second], /^Recall/), 0.5);
    assert.equal(quantityOf([first, second], /^F1/), 4 / 6);
    assert.equal(quantityOf([first, second], /^Jaccard/), 0.5);
  });

  it('weights R2 by the spread of the outputs', () => {
    const outputs = [numbers('a', [0, 2], [0, 1]), numbers('b', [0, 20], [0, 20])];
    // Squared errors 1 + 0, squared deviations 2 + 200.
    assert.ok(Math.abs(quantityOf(outputs, /^R2/)! - (1 - 1 / 202)) < 1e-15);
  });

  it('says nothing of labels and numbers mixed', () => {
    assert.deepEqual(outputQuantities([first, numbers('b', [0, 1], [0, 1])]), []);
  });
});
