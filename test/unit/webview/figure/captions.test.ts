import assert from 'node:assert/strict';
import { freeBox } from '../../../../src/webview/figure/captions';

const first = { left: 10, right: 60, top: 4 };

describe('captions in a plot', () => {
  it('stay where they are while they cover no other', () => {
    const beside = { left: 70, right: 90, top: 4 };
    assert.deepEqual(freeBox(beside, [first]), beside);
    const below = { left: 10, right: 60, top: 20 };
    assert.deepEqual(freeBox(below, [first]), below);
  });

  it('go below all that they would cover', () => {
    const wide = { left: 0, right: 200, top: 4 };
    const second = freeBox(wide, [first]);
    assert.deepEqual(second, { ...wide, top: 18 });
    assert.deepEqual(freeBox(wide, [first, second]), { ...wide, top: 32 });
  });
});
