import assert from 'node:assert/strict';
import { EngineError } from '../../../src/engine/engineError';
import { failureOf } from '../../../src/host/failure';
import { ReadError } from '../../../src/readers/readError';
import { NoTargetError } from '../../../src/roles/guess/noTargetError';

describe('a failure', () => {
  it("is the reader's sentence with the line it names", () => {
    const error = new ReadError({ source: 'a.csv', line: 17 }, 'the row ends early');
    assert.deepEqual(failureOf(error), { text: 'a.csv, line 17: the row ends early.', line: 17 });
  });

  it('has no line when nobody knows one', () => {
    assert.deepEqual(failureOf(new ReadError({ source: 'a.csv' }, 'the file is empty')), {
      text: 'a.csv: the file is empty.',
    });
    assert.deepEqual(failureOf('odd'), { text: 'odd.' });
  });

  it('says when another file may complete this one, also after it crossed a port', () => {
    const error = new NoTargetError({ source: 'a.csv' }, 'no target was found.');
    assert.deepEqual(failureOf(error), { text: 'a.csv: no target was found.', joinable: true });
    const crossed = new EngineError({
      message: 'no target.',
      place: null,
      joinable: true,
      poolable: false,
    });
    assert.equal(failureOf(crossed).joinable, true);
  });
});
