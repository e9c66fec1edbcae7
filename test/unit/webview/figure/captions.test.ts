import assert from 'node:assert/strict';
import type { Plot } from '../../../../src/shared/figure';
import { captionRoom, freeBox, paintCaptions } from '../../../../src/webview/figure/captions';
import { printPalette } from '../../../../src/webview/figure/palette';

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

  it('name points beside them, below a neighbour at most by one line and else not at all', () => {
    const written = (x: readonly number[]): readonly (readonly [string, number, number])[] => {
      const texts: [string, number, number][] = [];
      const ctx = {
        measureText: (text: string) => ({ width: 6 * text.length }),
        fillRect: () => undefined,
        fillText: (...text: [string, number, number]) => texts.push(text),
      } as unknown as CanvasRenderingContext2D;
      const points = {
        kind: 'points',
        name: 'models',
        tone: { series: 0 },
        x: Float64Array.from(x),
        y: Float64Array.from(x, () => 50),
        labels: x.map((_, i) => `label ${i}`),
      } as const;
      const axis = { label: '', scale: 'linear' } as const;
      paintCaptions({ kind: 'plot', x: axis, y: axis, marks: [points] }, new Set(), {
        ctx,
        area: { left: 0, right: 300, top: 0, bottom: 100 },
        toPixel: (_, value) => value,
        palette: printPalette,
      });
      return texts;
    };
    assert.deepEqual(written([20, 100]), [
      ['label 0', 28, 44],
      ['label 1', 108, 44],
    ]);
    assert.deepEqual(
      written([20, 22, 24]).map(([, , y]) => y),
      [58, 44],
    );
    assert.deepEqual(written([250]), [['label 0', 200, 44]]);
  });
});
