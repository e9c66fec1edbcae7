import assert from 'node:assert/strict';
import fc from 'fast-check';
import { significant } from '../../../src/shared/text';
import {
  counted,
  fileSize,
  grouped,
  rough,
  shown,
  tick,
  timeLeft,
  whole,
} from '../../../src/webview/number';

describe('numbers on the page', () => {
  it('have six significant digits, and every digit where they are whole', () => {
    assert.equal(shown(1.22882912345), '1.22883');
    assert.equal(shown(400000000), '400000000');
    assert.equal(whole(1.22882912345), '1.22882912345');
    assert.equal(rough(0.123456), '0.1235');
  });

  it('are written as the sentences of the report write them', () => {
    fc.assert(
      fc.property(fc.oneof(fc.double(), fc.integer(), fc.maxSafeInteger()), value => {
        assert.equal(shown(value), significant(value));
        assert.equal(rough(value), significant(value, 4));
      }),
    );
  });

  it('say in words what is not finite', () => {
    assert.equal(shown(Number.POSITIVE_INFINITY), 'infinite');
    assert.equal(whole(Number.NEGATIVE_INFINITY), '-infinite');
    assert.equal(shown(Number.NaN), 'undefined');
  });

  it('are short on an axis at any magnitude', () => {
    assert.deepEqual([0, 0.25, -5000, 20000, 2.5e6, 3e9].map(tick), [
      '0',
      '0.25',
      '-5000',
      '20k',
      '2.5M',
      '3G',
    ]);
    assert.equal(tick(1e-7), '1e-7');
    assert.equal(tick(2.5e13), '2.5e13');
  });

  it('count rows with thousands apart', () => {
    assert.equal(counted(1, 'row'), '1 row');
    assert.equal(grouped(1234567), '1\u202f234\u202f567');
    assert.equal(grouped(9999), '9999');
  });

  it('tell sizes and times as a person would', () => {
    assert.equal(fileSize(999), '999 bytes');
    assert.equal(fileSize(343_000_000), '343 MB');
    assert.equal(timeLeft(0.2), 'less than a second left');
    assert.equal(timeLeft(12), '12 seconds left');
    assert.equal(timeLeft(180), '3 minutes left');
  });
});
