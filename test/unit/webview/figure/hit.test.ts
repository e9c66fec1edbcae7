import assert from 'node:assert/strict';
import type { Plot } from '../../../../src/shared/figure';
import { binOf, describeHit, lineOf, nearest, placeOf } from '../../../../src/webview/figure/hit';
import { walk } from '../../../../src/webview/figure/walk';

const plot: Plot = {
  kind: 'plot',
  x: { label: 'error', scale: 'linear' },
  y: { label: 'loss', scale: 'linear' },
  marks: [
    {
      kind: 'line',
      name: 'squared',
      tone: { series: 0 },
      x: Float64Array.of(0, 50, 100),
      y: Float64Array.of(0, 50, 100),
    },
    {
      kind: 'points',
      name: 'rows',
      tone: { series: 1 },
      x: Float64Array.of(90, 10, 50),
      y: Float64Array.of(90, 10, Number.POSITIVE_INFINITY),
      rows: Int32Array.of(0, 1, 2),
      lines: Int32Array.of(2, 3, 0),
    },
    {
      kind: 'bars',
      name: 'counts',
      tone: { series: 2 },
      edges: Float64Array.of(0, 20, 40, 45),
      heights: Float64Array.of(7, 3, 0),
      bins: {
        model: 'a',
        split: null,
        by: 'error',
        from: Float64Array.of(0, 20, 40),
        to: Float64Array.of(20, 40, 45),
      },
    },
  ],
};
const same = (_: string, value: number): number => value;
const nothing: ReadonlySet<string> = new Set();

describe('pointing at a plot', () => {
  it('finds the nearest point before bars and lines', () => {
    assert.deepEqual(nearest(plot, nothing, same, { x: 12, y: 12 }), { mark: 1, index: 1 });
  });

  it('finds the bar under the pointer when no point is near', () => {
    assert.deepEqual(nearest(plot, nothing, same, { x: 30, y: 80 }), { mark: 2, index: 1 });
  });

  it('finds nothing far away, and nothing that is hidden', () => {
    assert.equal(nearest(plot, nothing, same, { x: 300, y: 300 }), undefined);
    assert.deepEqual(nearest(plot, new Set(['rows']), same, { x: 52, y: 52 }), {
      mark: 0,
      index: 1,
    });
  });

  it('says what a point is and which line it comes from', () => {
    assert.deepEqual(describeHit(plot, { mark: 1, index: 0 }), {
      title: 'rows',
      facts: [
        ['error', '90'],
        ['loss', '90'],
        ['line', '2'],
      ],
    });
    assert.deepEqual(lineOf(plot, { mark: 1, index: 0 }), { source: 0, line: 2 });
    assert.equal(lineOf(plot, { mark: 1, index: 2 }), undefined);
  });

  it('says from where to where a bar reaches', () => {
    assert.deepEqual(describeHit(plot, { mark: 2, index: 0 }).facts[0], ['error', '0 to 20']);
    assert.deepEqual(placeOf(plot, { mark: 2, index: 0 }), { x: 10, y: 7 });
  });
});

describe('the bin behind a hit', () => {
  it('is that of the bar, closed only at the end of the last one', () => {
    const first = { by: 'error', from: 0, to: 20, closed: false };
    assert.deepEqual(binOf(plot, { mark: 2, index: 0 }), { model: 'a', split: null, bin: first });
    const bars = plot.marks[2]!;
    assert.ok(bars.kind === 'bars');
    const full = { ...plot, marks: [{ ...bars, heights: Float64Array.of(7, 3, 1) }] };
    const last = { by: 'error', from: 40, to: 45, closed: true };
    assert.deepEqual(binOf(full, { mark: 0, index: 2 }), { model: 'a', split: null, bin: last });
    assert.match(describeHit(plot, { mark: 2, index: 0 }).hint ?? '', /its rows/);
  });

  it('is none for a bar without samples', () => {
    assert.equal(binOf(plot, { mark: 2, index: 2 }), undefined);
  });

  it('is none for a point that is one row', () => {
    assert.equal(binOf(plot, { mark: 1, index: 0 }), undefined);
    assert.equal(describeHit(plot, { mark: 1, index: 0 }).hint, undefined);
  });
});

describe('walking a plot by keyboard', () => {
  it('starts at the leftmost point of the rows and goes by x', () => {
    const first = walk(plot, nothing, undefined, 'next');
    assert.deepEqual(first, { mark: 1, index: 1 });
    assert.deepEqual(walk(plot, nothing, first, 'next'), { mark: 1, index: 0 });
  });

  it('stays at the ends and skips what is not drawn', () => {
    const last = walk(plot, nothing, { mark: 1, index: 0 }, 'next');
    assert.deepEqual(last, { mark: 1, index: 0 });
    assert.deepEqual(walk(plot, nothing, last, 'first'), { mark: 1, index: 1 });
  });

  it('goes to the neighbouring mark at about the same x', () => {
    assert.deepEqual(walk(plot, nothing, { mark: 1, index: 0 }, 'down'), { mark: 0, index: 2 });
  });

  it('finds nothing where everything is hidden', () => {
    assert.equal(walk(plot, new Set(['rows', 'squared', 'counts']), undefined, 'next'), undefined);
  });
});
