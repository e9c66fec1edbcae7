import assert from 'node:assert/strict';
import { stretches } from '../../../../src/webview/parts/stretches';

describe('lines on the page', () => {
  it('are folded into ascending stretches', () => {
    assert.deepEqual(stretches([92, 91, 93, 5, 5]), [
      { from: 5, to: 5, source: 0 },
      { from: 91, to: 93, source: 0 },
    ]);
  });

  it('are of one file each', () => {
    assert.deepEqual(stretches([2, 3, 4], [0, 1, 1]), [
      { from: 2, to: 2, source: 0 },
      { from: 3, to: 4, source: 1 },
    ]);
  });
});
