import assert from 'node:assert/strict';
import { LatestMemo } from '../../../../src/core/memo/latestMemo';

describe('Latest', () => {
  it('computes once while the question stays, and forgets all but the last', () => {
    const asked: string[] = [];
    const latest = new LatestMemo<number>();
    const ask = (key: string) => latest.get(key, () => asked.push(key));
    for (const key of ['a', 'a', 'b', 'b', 'a']) ask(key);
    assert.deepEqual(asked, ['a', 'b', 'a']);
  });
});
