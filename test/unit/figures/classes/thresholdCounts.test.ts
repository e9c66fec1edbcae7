import assert from 'node:assert/strict';
import { thresholdCounts, withThreshold } from '../../../../src/figures/classes/thresholdCounts';
import { uniforms } from '../fixtures';

describe('withThreshold', () => {
  const score = Float64Array.from(uniforms(500, 3), u => Number(u.toFixed(2)));
  const target = Int32Array.from(uniforms(500, 4), u => Number(u < 0.4));
  const counts = thresholdCounts(score, target, Float64Array.of(0.2, 0.5, 0.8));

  it('adds the counts that one pass over all thresholds finds', () => {
    for (const threshold of [0, 0.31, 0.5, 0.9]) {
      const all = Float64Array.from(new Set([0.2, 0.5, 0.8, threshold])).sort();
      const expected = thresholdCounts(score, target, all);
      assert.deepEqual(withThreshold(counts, threshold, score, target), expected);
    }
  });
});
