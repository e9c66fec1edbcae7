import assert from 'node:assert/strict';
import { EngineError, engineFailure } from '../../../src/engine/engineError';
import { ReadError } from '../../../src/readers/readError';

describe("a failure of the engine's", () => {
  it('keeps the sentence and the place of a reader that failed, as plain data', () => {
    const place = { source: 'a.csv', line: 3 };
    const failure = structuredClone(engineFailure(new ReadError(place, 'no number')));
    const error = new EngineError(failure);
    assert.equal(error.message, 'a.csv, line 3: no number');
    assert.deepEqual(error.place, place);
    assert.equal(error.joinable, false);
  });

  it('is told as text where it is no error at all', () => {
    assert.deepEqual(engineFailure('odd'), {
      message: 'odd',
      place: null,
      joinable: false,
      poolable: false,
    });
    assert.equal(engineFailure(undefined).message, 'undefined');
  });
});
