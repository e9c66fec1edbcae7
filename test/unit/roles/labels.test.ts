import assert from 'node:assert/strict';
import { labelsOf } from '../../../src/roles/labels';
import { smallColumn } from '../../support/smallTable';

describe('labelsOf', () => {
  it('takes 1, 1.0 and 1e0 for one class', () => {
    const { codes, labels } = labelsOf(smallColumn('y', ['1', '1.0', '1e0', 'cat', 'cat']));
    assert.deepEqual(
      [[...codes], labels],
      [
        [0, 0, 0, 1, 1],
        ['1', 'cat'],
      ],
    );
  });

  it('calls numbers as they are printed and zero by one name', () => {
    const { codes, labels } = labelsOf(smallColumn('y', [0, -0, 2, 0.5]));
    assert.deepEqual(
      [[...codes], labels],
      [
        [0, 0, 1, 2],
        ['0', '2', '0.5'],
      ],
    );
  });

  it('tells whole numbers of any size from each other, from negative ones and from fractions', () => {
    const numbers = [255, 256, 0, -1, 512, 255, 4294967296, 255.5, 256, 4294967551, -1];
    const { codes, labels } = labelsOf(smallColumn('y', numbers));
    assert.deepEqual([...codes], [0, 1, 2, 3, 4, 0, 5, 6, 1, 7, 3]);
    assert.deepEqual(labels, [...new Set(numbers)].map(String));
  });

  it('gives missing cells the code -1', () => {
    assert.deepEqual([...labelsOf(smallColumn('y', [1, null, 0])).codes], [0, -1, 1]);
    assert.deepEqual([...labelsOf(smallColumn('y', ['a', null, 'a'])).codes], [0, -1, 0]);
  });

  it('keeps words among numbers as classes', () => {
    const { codes, labels } = labelsOf(smallColumn('y', [1, 'cat', 1, 'cat']));
    assert.deepEqual(
      [[...codes], labels],
      [
        [0, 1, 0, 1],
        ['1', 'cat'],
      ],
    );
  });

  it('keeps texts that only look like numbers', () => {
    assert.deepEqual(labelsOf(smallColumn('zip', ['007', '7', '007'])).labels, ['007', '7']);
  });

  it('calls truth values by their first spelling', () => {
    assert.deepEqual(labelsOf(smallColumn('y', [true, false, true])).labels, ['True', 'False']);
  });

  it('takes codes that a reader keeps, 1 and 1.0 as one class', () => {
    const column = smallColumn('y', ['1', 'cat', null, '1.0']);
    const dictionary = { codes: Int32Array.of(0, 1, -1, 2), labels: ['1', 'cat', '1.0'] };
    const { codes, labels } = labelsOf({ ...column, dictionary });
    assert.deepEqual(
      [[...codes], labels],
      [
        [0, 1, -1, 0],
        ['1', 'cat'],
      ],
    );
  });
});
