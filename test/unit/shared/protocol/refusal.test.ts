import assert from 'node:assert/strict';
import fc from 'fast-check';
import { isToPage } from '../../../../src/shared/protocol/guard';
import { refusal } from '../../../../src/shared/protocol/refusal';

describe('a message that was refused', () => {
  it('is answered by messages that the page knows, whatever it was', () => {
    const message = fc.oneof(fc.anything(), fc.record({ type: fc.anything(), id: fc.anything() }));
    fc.assert(
      fc.property(message, refused => {
        const answers = refusal(refused);
        assert.ok(answers.length > 0);
        assert.ok(answers.every(isToPage));
      }),
    );
  });

  it('fails the question that waits for it', () => {
    const [answer] = refusal({ type: 'answer', id: 7, answer: null });
    assert.ok(answer?.type === 'problem' && answer.id === 7);
  });

  it('leaves no older report under the title of one that cannot be shown', () => {
    const answers = refusal({ type: 'report', keep: 7 });
    assert.deepEqual(
      answers.map(({ type }) => type),
      ['empty', 'problem'],
    );
  });
});
