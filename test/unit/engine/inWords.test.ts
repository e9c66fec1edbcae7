import assert from 'node:assert/strict';
import { inProcessEngine } from '../../../src/engine/inProcessEngine';
import { notWorkedOut, unreadable } from '../../../src/engine/inWords';
import { ReadError } from '../../../src/readers/readError';

const engine = inProcessEngine({
  openFile: async (_path, name) => ({
    name,
    size: 1000,
    read: () =>
      Promise.reject(new TypeError("Cannot read properties of undefined (reading 'map')")),
    close: async () => undefined,
  }),
});

describe('what a reader or a figure throws', () => {
  it('is the sentence of a reader, as it is', () => {
    const error = new ReadError({ source: 'a.csv', line: 3 }, 'no number');
    assert.equal(unreadable('a.csv', error), error);
  });

  it('names the file and nothing of the program, whatever was thrown', async () => {
    for (const thrown of [
      new RangeError('Invalid array length'),
      new Error('x of y'),
      'odd',
      null,
    ]) {
      const { message } = unreadable('a.npy', thrown);
      assert.match(message, /^a\.npy: it cannot be read/);
      assert.doesNotMatch(message, /Invalid|x of y|odd|null/);
    }
    await assert.rejects(
      engine.inspect([{ kind: 'file', name: 'a.parquet', path: '/a.parquet' }], {}),
      /^ReadError: a\.parquet: it cannot be read/,
    );
  });

  it('is said to be no fault of the file when it is one of the program', () => {
    const said = notWorkedOut('a.csv', new TypeError('label.trim is not a function'));
    assert.match(String(said), /^Error: a\.csv: .*a fault of Loss Lens/);
    const sentence = new Error('A training history has no predictions to ask about.');
    assert.equal(notWorkedOut('a.csv', sentence), sentence);
  });
});
