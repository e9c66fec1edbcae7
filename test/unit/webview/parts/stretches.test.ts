import assert from 'node:assert/strict';
import { stretches } from '../../../../src/webview/parts/stretches';

describe('lines on the page', () => {
  it('are folded into ascending stretches', () => {
    assert.deepEqual(stretches([92, 91, 93, 5, 5]), [
      { from: 5, to: 5 },
      { from: 91, to: 93 },
    ]);
  });
});
