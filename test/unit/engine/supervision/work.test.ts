import assert from 'node:assert/strict';
import { culprits, lossOf, patienceWith, type Work } from '../../../../src/engine/supervision/work';

const work = (subject: string, deaths = 0, rows = 0): { readonly work: Work } => ({
  work: { subject, label: subject, rows, deaths },
});
const names = (suspects: readonly { readonly work: Work }[]): string =>
  culprits(suspects)
    .map(suspect => suspect.work.subject)
    .join();

describe('who is at fault for a lost worker', () => {
  it('is what it was at, when that was one file', () => {
    assert.equal(names([work('a')]), 'a');
    assert.equal(names([work('a'), work('a')]), 'a,a');
    assert.equal(names([]), '');
  });

  it('is what another worker was lost at before', () => {
    assert.equal(names([work('a'), work('b', 1), work('c')]), 'b');
  });

  it('is nobody as long as it can be several', () => {
    assert.equal(names([work('a'), work('b')]), '');
    assert.equal(names([work('a', 1), work('b', 1)]), '');
  });
});

describe('the patience with a silent worker', () => {
  it('is the usual one, and longer with what goes through many rows', () => {
    assert.equal(patienceWith([], 10), 10);
    assert.equal(patienceWith([work('a', 0, 1000).work], 10), 10);
    assert.equal(patienceWith([work('a').work, work('b', 0, 10_000_000).work], 10), 60);
  });

  it('ends in a sentence of bounded length on one line', () => {
    const { message } = lossOf(work(`[x](command:y)\n${'a'.repeat(10_000)}`).work, {
      kind: 'deaf',
    });
    assert.ok(message.length < 400);
    assert.doesNotMatch(message, /\n|\]\(/);
  });
});
