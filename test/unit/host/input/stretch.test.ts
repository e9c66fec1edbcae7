import assert from 'node:assert/strict';
import fc from 'fast-check';
import { stretchAfter } from '../../../../src/host/input/stretch';

/** The text with the edit made in it. */
function edited(text: string, at: number, removed: number, added: string): string {
  return text.slice(0, at) + added + text.slice(at + removed);
}

describe('a stretch of a document that is edited', () => {
  const textAfter = (text: string, start: number, removed: number, added: string): string => {
    const from = text.indexOf('[');
    const moved = stretchAfter(
      { start: from, end: text.indexOf(']') + 1 },
      { start, removed, added: added.length },
    );
    return edited(text, start, removed, added).slice(moved.start, moved.end);
  };

  it('takes in what is written inside of it', () => {
    assert.equal(textAfter('a = [1, 2]', 9, 0, ', 100'), '[1, 2, 100]');
    assert.equal(textAfter('a = [1, 2]', 5, 1, '7'), '[7, 2]');
  });

  it('leaves out what is written beside it', () => {
    assert.equal(textAfter('a = [1, 2]', 0, 0, '# note\n'), '[1, 2]');
    assert.equal(textAfter('a = [1, 2]', 4, 0, 'x'), '[1, 2]');
    assert.equal(textAfter('a = [1, 2]', 10, 0, ' # note'), '[1, 2]');
  });

  it('never leaves the document', () => {
    const place = fc.integer({ min: 0, max: 20 });
    fc.assert(
      fc.property(
        place,
        place,
        place,
        place,
        fc.string({ maxLength: 9 }),
        (a, b, at, size, added) => {
          const text = 'x'.repeat(20);
          const [start, end] = [Math.min(a, b), Math.max(a, b)];
          const removed = Math.min(size, text.length - at);
          const moved = stretchAfter({ start, end }, { start: at, removed, added: added.length });
          const { length } = edited(text, at, removed, added);
          assert.ok(moved.start >= 0 && moved.start <= moved.end && moved.end <= length);
        },
      ),
    );
  });
});
