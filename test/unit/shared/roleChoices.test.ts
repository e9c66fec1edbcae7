import assert from 'node:assert/strict';
import { columnsOfChoices } from '../../../src/shared/roleChoices';

describe('the columns that choices of roles need', () => {
  it('are those of every role, class columns among them', () => {
    const choices = {
      target: 'y',
      predictions: ['p'],
      classProbabilities: { ridge: ['a', 'b'] },
      weight: 'w',
    };
    assert.deepEqual(columnsOfChoices(choices), ['y', 'p', 'a', 'b', 'w']);
  });

  it('are not the names of models, classes or tasks, nor what is to be ignored or was taken away', () => {
    const choices = {
      task: 'binary',
      positive: 'yes',
      classProbabilities: { note: [] },
      ignored: ['x'],
      id: null,
    } as const;
    assert.deepEqual(columnsOfChoices(choices), []);
  });
});
