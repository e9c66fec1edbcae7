import assert from 'node:assert/strict';
import { classKeysOf, positiveOf, sortClasses } from '../../../../src/roles/samples/classKeys';

describe('classKeysOf', () => {
  it('takes spellings that differ in case for one class and lists them', () => {
    const { keyOf, merged } = classKeysOf([
      ['yes', 'no'],
      ['Yes', 'no'],
    ]);
    assert.equal(keyOf('Yes'), keyOf('yes'));
    assert.deepEqual(merged, [['yes', 'Yes']]);
  });

  it('takes an accented letter for one whether it is written as one character or as two', () => {
    const { keyOf } = classKeysOf([['caf\u00e9'], ['cafe\u0301']]);
    assert.equal(keyOf('caf\u00e9'), keyOf('cafe\u0301'));
  });

  it('takes True and 1 for one class', () => {
    const { keyOf } = classKeysOf([
      ['True', 'False'],
      ['1', '0'],
    ]);
    assert.equal(keyOf('True'), keyOf('1'));
    assert.equal(keyOf('false'), keyOf('0'));
  });

  it('tells letters apart that one column has in both cases', () => {
    const { keyOf } = classKeysOf([['a', 'A', 'b']]);
    assert.notEqual(keyOf('a'), keyOf('A'));
  });
});

describe('sortClasses', () => {
  it('sorts numbers by value and texts by code unit', () => {
    assert.deepEqual(sortClasses(['10', '9', '-1']), ['-1', '9', '10']);
    assert.deepEqual(sortClasses(['b', 'B', 'a']), ['B', 'a', 'b']);
  });
});

describe('positiveOf', () => {
  it('is 1, true, yes or positive, else the last', () => {
    assert.equal(positiveOf(['0', '1']), '1');
    assert.equal(positiveOf(['False', 'True']), 'True');
    assert.equal(positiveOf(['Yes', 'unknown']), 'Yes');
    assert.equal(positiveOf(['Negative', 'Positive']), 'Positive');
    assert.equal(positiveOf(['Benign', 'Pathogenic']), 'Pathogenic');
  });
});
