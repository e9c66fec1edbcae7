import assert from 'node:assert/strict';
import { inProcessEngine } from '../../../src/engine/inProcessEngine';
import { notWorkedOut } from '../../../src/engine/notWorkedOut';

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
  it('names the file and nothing of the program', async () => {
    await assert.rejects(
      engine.inspect([{ kind: 'file', name: 'a.parquet', path: '/a.parquet' }], {}),
      ({ message }: Error) => /^a\.parquet: /.test(message) && !/undefined|TypeError/.test(message),
    );
  });

  it('is said to be no fault of the file when it is one of the program', () => {
    const said = notWorkedOut('a.csv', new TypeError('label.trim is not a function'));
    assert.match(String(said), /^Error: a\.csv: .*a fault of Loss Lens/);
    const sentence = new Error('A training history has no predictions to ask about.');
    assert.equal(notWorkedOut('a.csv', sentence), sentence);
  });
});
