import assert from 'node:assert/strict';
import {
  linesText,
  listed,
  percent,
  plural,
  readable,
  significant,
} from '../../../src/shared/text';

describe('text', () => {
  it('shows six significant digits without trailing zeros', () => {
    assert.equal(significant(1.22882912345), '1.22883');
    assert.equal(significant(400000000), '400000000');
    assert.equal(significant(0.5), '0.5');
  });

  it('shows whole numbers entire: a step is a place, not a measurement', () => {
    assert.equal(significant(4998117), '4998117');
    assert.equal(significant(4998117.25), '4998120');
  });

  it('names what is not finite instead of printing NaN', () => {
    assert.equal(significant(Number.POSITIVE_INFINITY), 'infinite');
    assert.equal(significant(Number.NaN), 'undefined');
  });

  it('writes shares, counts and lists as a person would', () => {
    assert.equal(percent(0.9901), '99.0 %');
    assert.equal(percent(0), '0.0 %');
    assert.equal(percent(0.0001), '< 0.1 %');
    assert.equal(percent(0.004, 0), '< 1 %');
    assert.equal(plural(1, 'row'), '1 row');
    assert.equal(plural(2, 'class', 'classes'), '2 classes');
    assert.equal(listed(['a', 'b', 'c']), 'a, b and c');
  });

  it('folds neighbouring lines into stretches and counts the rest', () => {
    assert.equal(linesText([7]), 'line 7');
    assert.equal(linesText([92, 91, 93, 5]), 'lines 5 and 91-93');
    assert.equal(linesText([1, 3, 5, 7, 9], 2), 'lines 1, 3 and 3 more');
  });
});

describe('readable', () => {
  it('sets thousands apart and keeps three or four digits', () => {
    const cases: readonly (readonly [number, string])[] = [
      [14231.37, '14,231'],
      [0.356674, '0.3567'],
      [202, '202'],
      [400_000_000, '400,000,000'],
      [-1234.6, '-1,235'],
      [2_294_000_000.3, '2.294\u00a0G'],
      [0.00001234, '0.0000123'],
      [Number.POSITIVE_INFINITY, 'infinite'],
    ];
    for (const [value, text] of cases) assert.equal(readable(value), text);
  });
});
