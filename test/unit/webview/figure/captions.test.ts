import assert from 'node:assert/strict';
import type { Plot } from '../../../../src/core/figure';
import { captionRoom, freeBox } from '../../../../src/webview/figure/captions';

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

  it('get room above bars, and none where there are none', () => {
    const rule = {
      kind: 'rule',
      name: 'a',
      tone: { meaning: 'neutral' },
      along: 'x',
      value: 0,
    } as const;
    const bars = {
      kind: 'bars',
      name: 'b',
      tone: { series: 0 },
      edges: Float64Array.of(0, 1),
      heights: Float64Array.of(1),
    } as const;
    const roomFor = (marks: Plot['marks']): number =>
      captionRoom({
        kind: 'plot',
        x: { label: 'x', scale: 'linear' },
        y: { label: 'y', scale: 'linear' },
        marks,
      });
    assert.equal(roomFor([rule, rule]), 0);
    assert.equal(roomFor([bars]), 0);
    assert.equal(roomFor([bars, rule, rule]), 2 * roomFor([bars, rule]));
    assert.ok(roomFor([bars, rule]) > 10);
  });
});
