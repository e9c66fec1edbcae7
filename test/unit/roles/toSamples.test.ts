import assert from 'node:assert/strict';
import type { Samples } from '../../../src/core/samples/samples';
import { guessRoles } from '../../../src/roles/guess/guessRoles';
import { toSamples } from '../../../src/roles/toSamples';
import { type SmallCell, smallTable } from '../../support/smallTable';

function samples<Task extends Samples['task']>(
  task: Task,
  columns: Readonly<Record<string, readonly SmallCell[]>>,
): Extract<Samples, { task: Task }> {
  const table = smallTable(columns);
  const made = toSamples(table, guessRoles(table, {}));
  assert.equal(made.task, task);
  return made as Extract<Samples, { task: Task }>;
}

describe('toSamples', () => {
  it('keeps missing and unreadable numbers where they are, with their texts', () => {
    const made = samples('regression', { y_true: [1.5, null, 2.5], y_pred: [1, 2, 'n/a'] });
    assert.deepEqual([...made.target.values], [1.5, Number.NaN, 2.5]);
    assert.deepEqual([...made.models[0]!.prediction.invalid!], [[2, 'n/a']]);
    assert.equal(made.rows, 3);
    assert.equal(made.lineOf(0), 2);
  });

  it('codes truth values and 0 and 1 alike', () => {
    const made = samples('binary', { y_true: [true, false, true], y_pred: [1, 0, 0] });
    assert.deepEqual([...made.target.codes], [1, 0, 1]);
    assert.deepEqual([...made.models[0]!.label!.codes], [1, 0, 0]);
    assert.deepEqual(made.classes, ['False', 'True']);
  });

  it('codes spellings of one class alike', () => {
    const made = samples('binary', {
      truth: ['yes', 'no', 'YES', 'no'],
      guess: ['Yes', 'no', 'yes', 'yes'],
    });
    assert.deepEqual([...made.target.codes], [1, 0, 1, 0]);
    assert.deepEqual([...made.models[0]!.label!.codes], [1, 0, 1, 1]);
  });

  it('keeps upper and lower case letters apart where one column has both', () => {
    const made = samples('multiclass', {
      true_letter_label: ['a', 'A', 'b', 'a', 'A', 'b'],
      pred_letter_label: ['a', 'a', 'b', 'A', 'A', 'b'],
    });
    assert.deepEqual(made.classes, ['A', 'a', 'b']);
  });

  it('puts codes and probability columns in one sorted order of classes', () => {
    const made = samples('multiclass', {
      species: ['fish', 'cat', 'dog', 'cat'],
      predicted: ['fish', 'dog', 'dog', 'cat'],
      'P(fish)': [0.8, 0.1, 0.2, 0.1],
      'P(dog)': [0.1, 0.5, 0.6, 0.2],
      'P(cat)': [0.1, 0.4, 0.2, 0.7],
    });
    assert.deepEqual(made.classes, ['cat', 'dog', 'fish']);
    assert.deepEqual([...made.target.codes], [2, 0, 1, 0]);
    assert.deepEqual(
      made.models[0]!.probabilities!.map(({ name }) => name),
      ['P(cat)', 'P(dog)', 'P(fish)'],
    );
  });

  it('sorts classes that are numbers by value', () => {
    const cells = [10, 2, 1, 10, 2, 1, 10, 2, 1, 10, 2, 1];
    const made = samples('multiclass', { true_class: cells, pred_class: cells });
    assert.deepEqual(made.classes, ['1', '2', '10']);
  });

  it('squares a standard deviation to a variance', () => {
    const made = samples('regression', {
      y_true: [1.5, 2.5, 3.5],
      y_pred: [1, 2, 3],
      y_pred_std: [0.5, 2, 3],
    });
    assert.deepEqual([...made.models[0]!.variance!.values], [0.25, 4, 9]);
  });

  it('brings weights, splits and groups', () => {
    const made = samples('regression', {
      y_true: [1.5, 2.5, 3.5, 4.5],
      y_pred: [1, 2, 3, 4],
      sample_weight: [1, 2, 1, 1],
      split: ['train', 'test', 'train', 'test'],
      sex: ['f', 'f', 'm', 'm'],
    });
    assert.deepEqual([...made.weight!.values], [1, 2, 1, 1]);
    assert.deepEqual(made.split!.labels, ['train', 'test']);
    assert.deepEqual(
      made.groups!.map(({ name }) => name),
      ['sex'],
    );
  });
});
