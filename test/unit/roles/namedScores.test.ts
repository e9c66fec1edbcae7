import assert from 'node:assert/strict';
import { withNamedScores } from '../../../src/roles/namedScores';
import { smallTable } from '../../support/smallTable';

describe('withNamedScores', () => {
  it('makes one column per class of lists of names beside lists of scores, whatever their order', () => {
    const table = withNamedScores(
      smallTable({
        'prediction[displayNames][0]': ['cat', 'dog'],
        'prediction[displayNames][1]': ['dog', 'cat'],
        'prediction[confidences][0]': [0.9, 0.8],
        'prediction[confidences][1]': [0.1, 0.2],
      }),
    );
    assert.deepEqual(
      table.columns.map(({ name, numbers }) => [name, [...numbers]]),
      [
        ['prediction[confidences][cat]', [0.9, 0.2]],
        ['prediction[confidences][dog]', [0.1, 0.8]],
      ],
    );
  });

  it('does so for a list of pairs of a label and a score', () => {
    const table = withNamedScores(
      smallTable({
        'out[0][label]': ['POS', 'NEG'],
        'out[0][score]': [0.9, 0.7],
        'out[1][label]': ['NEG', 'POS'],
        'out[1][score]': [0.1, 0.3],
      }),
    );
    assert.deepEqual(
      table.columns.map(({ name, numbers }) => [name, [...numbers]]),
      [
        ['out[POS]', [0.9, 0.3]],
        ['out[NEG]', [0.1, 0.7]],
      ],
    );
  });

  it('leaves lists alone in which a row lacks a class', () => {
    const table = smallTable({
      'top[0][label]': ['a', 'b'],
      'top[0][score]': [0.9, 0.7],
      'top[1][label]': ['b', 'c'],
      'top[1][score]': [0.1, 0.3],
    });
    assert.equal(withNamedScores(table), table);
  });
});
