import assert from 'node:assert/strict';
import { pickedSamples } from '../../../../src/core/comparison/pickedSamples';
import type { ModelSamples } from '../../../../src/core/samples/modelSamples';

const values = (first: number) => Float64Array.of(first, first + 1, first + 2);
const base = { name: 'a', split: null, n: 3, rows: Int32Array.of(4, 6, 8), weight: values(1) };
const labels = {
  target: Int32Array.of(0, 1, 0),
  predicted: Int32Array.of(1, 1, 0),
  predictedFrom: 'label',
} as const;
const models: Readonly<Record<string, ModelSamples>> = {
  regression: {
    ...base,
    task: 'regression',
    target: values(10),
    prediction: values(20),
    lower: values(30),
    upper: values(40),
    variance: values(50),
  },
  errors: { ...base, task: 'errors', error: values(10) },
  binary: {
    ...base,
    ...labels,
    task: 'binary',
    classes: ['no', 'yes'],
    probability: values(10),
    margin: values(20),
  },
  multiclass: {
    ...base,
    ...labels,
    task: 'multiclass',
    classes: ['no', 'yes'],
    probabilities: [values(10), values(20)],
    logits: [values(30), values(40)],
    confidence: values(50),
  },
};

/** Every array of a model with as many entries as it has samples, those in lists included. */
function arraysOf(model: ModelSamples): readonly (readonly [string, readonly number[]])[] {
  return Object.entries(model).flatMap(([name, value]: [string, unknown]) => {
    const arrays = Array.isArray(value) ? value : [value];
    return arrays
      .filter(one => one instanceof Float64Array || one instanceof Int32Array)
      .map(array => [name, [...array]] as const);
  });
}

describe('some of the samples of a model', () => {
  for (const [task, model] of Object.entries(models)) {
    it(`have all their columns: ${task}`, () => {
      const picked = pickedSamples(model, Int32Array.of(2, 0));
      assert.equal(picked.n, 2);
      const expected = arraysOf(model).map(([name, all]) => [name, [all[2], all[0]]]);
      assert.deepEqual(arraysOf(picked), expected);
    });
  }
});
