import assert from 'node:assert/strict';
import { courseSign } from '../../../../src/roles/history/courseSign';

const signOf = (...values: number[]): number => courseSign({ values: Float64Array.from(values) });

describe('courseSign', () => {
  it('says which way most pairs of values go', () => {
    assert.equal(signOf(1, 2, 3, 4, 6, 5), 1);
    assert.equal(signOf(5, 4, 3, 2, 1), -1);
  });

  it('is 0 where chance could do the same, and for fewer than four values', () => {
    assert.equal(signOf(1, 3, 2, 3, 1), 0);
    assert.equal(signOf(1, 2, 3), 0);
  });

  it('passes over what is not finite and takes long curves in means', () => {
    assert.equal(signOf(1, Number.NaN, 2, 3, Infinity, 4), 1);
    const long = Array.from({ length: 5000 }, (_, i) => i / 5000 + ((i * 7919) % 100) / 100);
    assert.equal(signOf(...long), 1);
  });
});
