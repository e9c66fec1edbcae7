import assert from 'node:assert/strict';
import fc from 'fast-check';
import { termsOf, wordsOf } from '../../../src/names/wordsOf';

describe("the words of a measure's name", () => {
  const words: readonly (readonly [name: string, words: string])[] = [
    ['ValLoss', 'val loss'],
    ['val/loss', 'val loss'],
    ['CELoss', 'ce loss'],
    ['F1Score', 'f1 score'],
    ['BCEWithLogits', 'bce with logits'],
    ['mAP50(B)', 'map50 b'],
    ['mIoU', 'miou'],
    ['nDCG@10', 'ndcg 10'],
    ['acc0.5', 'acc0.5'],
    ['lr-AdamW/pg0', 'lr adam w pg0'],
    ['Époque', 'epoque'],
    ['acc (%)', 'acc'],
    ['+-', ''],
  ];
  for (const [name, expected] of words) {
    it(`are told apart, abbreviations in one piece: ${name}`, () => {
      assert.equal(wordsOf(name).join(' '), expected);
    });
  }

  it('stand where their places say', () => {
    assert.deepEqual(termsOf('x mAP50-Val'), [
      { word: 'x', start: 0, end: 1 },
      { word: 'map50', start: 2, end: 7 },
      { word: 'val', start: 8, end: 11 },
    ]);
  });

  it('never overlap and come in their order, whatever the name', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 60 }), name => {
        const terms = termsOf(name);
        terms.forEach(({ start, end }, i) => {
          assert.ok(start < end && start >= (terms[i - 1]?.end ?? 0));
        });
      }),
    );
  });
});
