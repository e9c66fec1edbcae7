import assert from 'node:assert/strict';
import type { Skipped } from '../../../../src/shared/lossReport';
import { skippedText } from '../../../../src/webview/report/skippedText';

const skipped = (model: string | null, count: number): Skipped => ({
  model,
  reason: 'missing',
  count,
  lines: [],
});

describe('the count of skipped rows', () => {
  it('is that of all reasons where there is one model', () => {
    assert.equal(skippedText([skipped(null, 4), skipped('a', 5)], 1), '9 rows skipped');
    assert.equal(skippedText([skipped('a', 1)], 1), '1 row skipped');
  });

  it('leaves apart what only some of several models skip', () => {
    const some = skipped('a', 5);
    assert.equal(skippedText([skipped(null, 4)], 2), '4 rows skipped');
    assert.equal(skippedText([skipped(null, 4), some], 2), '4 rows skipped, more for some models');
    assert.equal(skippedText([some], 2), '5 rows skipped for some models');
  });
});
