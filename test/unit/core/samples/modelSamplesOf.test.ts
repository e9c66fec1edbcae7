import assert from 'node:assert/strict';
import { modelSamplesOf } from '../../../../src/core/samples/modelSamplesOf';
import type { BinarySamples, RegressionSamples } from '../../../../src/core/samples/samples';
import { binary, multiclass, regression } from '../../../support/samplesOf';

const nan = Number.NaN;

describe('usableOf', () => {
  it('reuses the columns when every row is usable', () => {
    const samples = regression([1, 2], [1, 3]) as RegressionSamples;
    const [model] = modelSamplesOf(samples).models;
    assert.ok(model?.task === 'regression');
    assert.equal(model.target, samples.target.values);
    assert.equal(model.prediction, samples.models[0]!.prediction.values);
    assert.equal(model.rows, null);
    assert.deepEqual(modelSamplesOf(samples).skipped, []);
  });

  it('packs the usable rows and counts the others by reason and line', () => {
    const samples = regression([1, nan, 3, Infinity, 5], [1, 2, nan, 4, 6]);
    const { models, skipped } = modelSamplesOf(samples);
    assert.deepEqual([...models[0]!.rows!], [0, 4]);
    assert.equal(models[0]!.n, 2);
    assert.deepEqual(skipped, [
      { model: null, reason: 'missing target', count: 1, lines: [3] },
      { model: null, reason: 'infinite target', count: 1, lines: [5] },
      { model: 'model', reason: 'missing prediction', count: 1, lines: [4] },
    ]);
  });

  it('tells a word from a missing cell, and a bad weight from a bad target', () => {
    const samples = {
      ...(regression([1, 2, 3, 4], [1, nan, 3, 4], [1, 1, -1, nan]) as RegressionSamples),
    };
    const column = { ...samples.models[0]!.prediction, invalid: new Map([[1, 'n/a']]) };
    const { skipped } = modelSamplesOf({ ...samples, models: [{ name: 'm', prediction: column }] });
    assert.deepEqual(
      skipped.map(({ model, reason, lines }) => [model, reason, lines]),
      [
        [null, 'negative weight', [4]],
        [null, 'missing weight', [5]],
        ['m', 'prediction is not a number', [3]],
      ],
    );
  });

  it('keeps the first hundred lines of a reason', () => {
    const target = Array.from({ length: 150 }, () => nan);
    const { skipped } = modelSamplesOf(regression(target, target));
    assert.equal(skipped[0]!.count, 150);
    assert.equal(skipped[0]!.lines.length, 100);
  });

  it('skips probabilities outside 0 to 1 for their own model', () => {
    const { models, skipped } = modelSamplesOf(binary([1, 0], { a: [0.5, 1.2], b: [-0.1, 1] }));
    assert.deepEqual(
      skipped.map(({ model, reason, lines }) => [model, reason, lines]),
      [
        ['a', 'probability outside 0 to 1', [3]],
        ['b', 'probability outside 0 to 1', [2]],
      ],
    );
    assert.deepEqual(
      models.map(({ n }) => n),
      [1, 1],
    );
  });

  it('takes the models of a long table by their rows, each split of them apart', () => {
    const samples = regression([1, 2, 3, 4, 5], [1, 2, 3, 4, 5]) as RegressionSamples;
    const byModel = {
      name: 'model',
      codes: Int32Array.of(1, 0, 1, 0, 1),
      labels: ['knn', 'ridge'],
    };
    const split = {
      name: 'split',
      codes: Int32Array.of(0, 0, 1, 0, -1),
      labels: ['test', 'train'],
    };
    const { models } = modelSamplesOf({ ...samples, byModel, split });
    assert.deepEqual(
      models.map(part => [part.name, part.split, [...part.rows!]]),
      [
        ['ridge', 'test', [0]],
        ['knn', 'test', [1, 3]],
        ['ridge', 'train', [2]],
        ['ridge', null, [4]],
      ],
    );
  });

  it('reports splits apart, in order of appearance, rows without one under null', () => {
    const samples = regression([1, 2, 3, 4], [1, 2, 3, 4]);
    const split = { name: 'split', codes: Int32Array.of(1, 0, 1, -1), labels: ['test', 'train'] };
    const { models } = modelSamplesOf({ ...samples, split });
    assert.deepEqual(
      models.map(part => [part.split, [...part.rows!]]),
      [
        ['train', [0, 2]],
        ['test', [1]],
        [null, [3]],
      ],
    );
  });

  it("takes the file's own labels, else p >= 0.5, else the largest probability, the first of equals", () => {
    const fromProbability = modelSamplesOf(binary([1, 0, 1], { m: [0.5, 0.49, 1] })).models[0]!;
    assert.ok(fromProbability.task === 'binary');
    assert.deepEqual([...fromProbability.predicted], [1, 0, 1]);
    assert.equal(fromProbability.predictedFrom, 'probability');
    const samples = binary([1, 0, 1], { m: [0.5, 0.49, 1] }) as BinarySamples;
    const label = { name: 'label', codes: Int32Array.of(0, 0, 1), labels: ['0', '1'] };
    const own = modelSamplesOf({ ...samples, models: [{ ...samples.models[0]!, label }] })
      .models[0]!;
    assert.ok(own.task === 'binary');
    assert.deepEqual([...own.predicted], [0, 0, 1]);
    assert.equal(own.predictedFrom, 'label');
    const many = modelSamplesOf(
      multiclass(
        [0, 1],
        [
          [0.4, 0.4, 0.2],
          [0.1, 0.2, 0.7],
        ],
      ),
    ).models[0]!;
    assert.ok(many.task === 'multiclass');
    assert.deepEqual([...many.predicted], [0, 2]);
  });

  it('skips a label that is none of the classes and names it', () => {
    const samples = binary([1, 0], { m: [0.5, 0.4] }) as BinarySamples;
    const target = { name: 'label', codes: Int32Array.of(1, 2), labels: ['0', '1', 'fish'] };
    const { skipped } = modelSamplesOf({ ...samples, target });
    assert.equal(skipped[0]!.reason, 'target "fish" is none of the classes');
  });

  it('uses rows of probabilities that do not sum to 1 as they are, and says so', () => {
    const { models, notes } = modelSamplesOf(
      multiclass(
        [0, 1],
        [
          [0.5, 0.4],
          [0.5, 0.5],
        ],
      ),
    );
    assert.equal(models[0]!.n, 2);
    assert.equal(
      notes[0],
      'model: the probabilities of 1 row do not sum to 1 within 0.001 (line 2); they are used as they are, without rescaling.',
    );
  });

  it('keeps finite numbers whose sum overflows, and finds the one among them that is infinite', () => {
    const huge = Array.from({ length: 10 }, () => 1e308);
    assert.equal(modelSamplesOf(regression(huge, huge)).models[0]!.n, 10);
    const { models, skipped } = modelSamplesOf(regression(huge.with(6, -Infinity), huge));
    assert.equal(models[0]!.n, 9);
    assert.deepEqual(skipped[0]!.lines, [8]);
  });

  it('labels and adds up long tables of class probabilities row by row', () => {
    const n = 3000;
    const scores = Array.from({ length: n }, (_, row) =>
      [0, 1, 2].map(k => (k === row % 3 ? 0.5 : 0.25) + (row === 2500 && k === 0 ? 0.1 : 0)),
    );
    const { models, notes } = modelSamplesOf(multiclass(new Array<number>(n).fill(0), scores));
    const [model] = models;
    assert.ok(model?.task === 'multiclass');
    assert.ok(model.predicted.every((label, row) => label === row % 3));
    assert.match(notes[0]!, /^model: the probabilities of 1 row do not sum to 1 .*\(line 2502\)/);
  });
});
