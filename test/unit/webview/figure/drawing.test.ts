import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Control, Figure, Plot } from '../../../../src/shared/figure';
import { faded, readColour } from '../../../../src/webview/figure/colour';
import { datasets } from '../../../../src/webview/figure/dataset';
import { hiddenMarks } from '../../../../src/webview/figure/hiddenMarks';
import { leftOut } from '../../../../src/webview/figure/leftOut';
import { legendMarks } from '../../../../src/webview/figure/legendMarks';
import { tickLabel } from '../../../../src/webview/figure/options';
import { printPalette, readPalette } from '../../../../src/webview/figure/palette';
import { keyStep, positionOf, valueAt } from '../../../../src/webview/figure/sliderScale';
import { sortedRows } from '../../../../src/webview/figure/sortedRows';
import { within, zoomed } from '../../../../src/webview/figure/zoom';

describe('colours of the theme', () => {
  it('are read however the workbench writes them', () => {
    assert.deepEqual(readColour('#f80'), [255, 136, 0, 1]);
    assert.deepEqual(readColour(' #11223380 '), [17, 34, 51, 128 / 255]);
    assert.deepEqual(readColour('rgba(1, 2, 3, 0.5)'), [1, 2, 3, 0.5]);
    assert.equal(readColour('var(--x)'), undefined);
    assert.equal(faded('#ff0000', 0.5), 'rgba(255, 0, 0, 0.5)');
  });

  it('fall back to another colour of the theme when one is missing', () => {
    const palette = readPalette(name => (name === '--vscode-foreground' ? '#abcdef' : ''));
    assert.equal(palette.foreground, '#abcdef');
    assert.ok(palette.series.every(colour => colour === '#abcdef'));
  });
});

const line = (x: number[], y: number[]): Plot['marks'][number] => ({
  kind: 'line',
  name: 'l',
  tone: { series: 1 },
  x: Float64Array.from(x),
  y: Float64Array.from(y),
});
const plotOf = (marks: Plot['marks']): Plot => ({
  kind: 'plot',
  x: { label: 'x', scale: 'linear' },
  y: { label: 'y', scale: 'log' },
  marks,
});

describe('what Chart.js is given', () => {
  it('is left unparsed only when it ascends, because unsorted points would be hidden', () => {
    const [ascending] = datasets(plotOf([line([1, 2], [1, 2])]), printPalette, new Set());
    const [turning] = datasets(plotOf([line([1, 3, 2], [1, 2, 3])]), printPalette, new Set());
    assert.equal(ascending?.parsing, false);
    assert.equal(turning?.parsing, undefined);
  });

  it('breaks a line where a value is undefined or infinite', () => {
    const [dataset] = datasets(
      plotOf([line([1, 2, 3], [1, Number.POSITIVE_INFINITY, 3])]),
      printPalette,
      new Set(),
    );
    const middle = dataset?.data[1] as { readonly y: number } | undefined;
    assert.ok(Number.isNaN(middle?.y));
  });

  it('tells series apart by dash as well as by colour', () => {
    const [dataset] = datasets(plotOf([line([1], [1])]), printPalette, new Set());
    assert.deepEqual(dataset?.borderDash, [6, 4]);
  });

  it('sorts points by x and leaves hidden marks out', () => {
    const points: Plot['marks'][number] = {
      kind: 'points',
      name: 'p',
      tone: { series: 0 },
      x: Float64Array.of(3, 1, Number.NaN),
      y: Float64Array.of(1, 2, 3),
    };
    const [dataset] = datasets(plotOf([points]), printPalette, new Set());
    assert.deepEqual(dataset?.data, [
      { x: 1, y: 2 },
      { x: 3, y: 1 },
    ]);
    assert.deepEqual(datasets(plotOf([points]), printPalette, new Set(['p'])), []);
  });

  it('hides with a curve the samples that stand on it', () => {
    const curve = { ...line([1], [1]), name: 'huber' };
    const samples: Plot['marks'][number] = {
      kind: 'points',
      name: 'samples, huber',
      of: 'huber',
      tone: { series: 0 },
      x: Float64Array.of(1),
      y: Float64Array.of(1),
    };
    const figure = { panels: [plotOf([curve, samples])] } as unknown as Figure;
    assert.deepEqual([...hiddenMarks(figure, new Set(['huber']))], ['huber', 'samples, huber']);
    assert.deepEqual([...hiddenMarks(figure, new Set())], []);
    assert.deepEqual(
      legendMarks(figure.panels).map(({ name }) => name),
      ['huber'],
    );
  });

  it('counts the points that have no place on their axes', () => {
    const points: Plot['marks'][number] = {
      kind: 'points',
      name: 'p',
      tone: { series: 0 },
      x: Float64Array.of(1, 2, 3),
      y: Float64Array.of(0, 1, Number.POSITIVE_INFINITY),
    };
    assert.equal(leftOut({ panels: [plotOf([points])] } as unknown as Figure), 2);
  });
});

describe('labels of an axis', () => {
  it('are names for categories, decades for a wide logarithm', () => {
    const names = { label: '', scale: 'linear' as const, categories: ['mae', 'rmse'] };
    assert.equal(tickLabel(names, 1, { min: -0.5, max: 1.5 }), 'rmse');
    assert.equal(tickLabel(names, 0.5, { min: -0.5, max: 1.5 }), null);
    const log = { label: '', scale: 'log' as const };
    assert.equal(tickLabel(log, 0.001, { min: 1e-4, max: 10 }), '0.001');
    assert.equal(tickLabel(log, 0.002, { min: 1e-4, max: 10 }), null);
    assert.equal(tickLabel(log, 2, { min: 1, max: 10 }), '2');
  });
});

describe('a slider', () => {
  const slider = (scale: 'linear' | 'log'): Extract<Control, { kind: 'slider' }> => ({
    kind: 'slider',
    id: 'd',
    label: 'd',
    value: 1,
    min: 0.01,
    max: 100,
    step: 0.01,
    scale,
  });

  it('reaches both ends and never leaves them', () => {
    for (const scale of ['linear', 'log'] as const) {
      assert.equal(valueAt(slider(scale), 0), 0.01);
      assert.equal(valueAt(slider(scale), 1000), 100);
    }
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1000 }), position => {
        const value = valueAt(slider('log'), position);
        assert.ok(value >= 0.01 && value <= 100);
        assert.ok(Math.abs(positionOf(slider('log'), value) - position) <= 1);
      }),
    );
  });

  it('moves by one step of its value at a key, and on logarithms by a hundredth of its way', () => {
    const bins = { ...slider('linear'), min: 2, max: 50, step: 1 };
    const keyed = Array.from({ length: 49 }, (_, key) => valueAt(bins, key * keyStep(bins)));
    assert.deepEqual(
      keyed,
      Array.from({ length: 49 }, (_, key) => key + 2),
    );
    assert.equal(keyStep(slider('log')), 10);
  });
});

describe('zooming along x', () => {
  const all = { min: 0, max: 100 };

  it('keeps the centre in its place and never shows more than there is', () => {
    assert.deepEqual(zoomed(all, all, 0.5, 50, 'linear'), { min: 25, max: 75 });
    assert.deepEqual(zoomed({ min: 0, max: 50 }, all, 2, 25, 'linear'), { min: 0, max: 75 });
    assert.equal(zoomed({ min: 25, max: 75 }, all, 2, 50, 'linear'), undefined);
  });

  it('is even on a logarithmic axis', () => {
    const range = zoomed({ min: 1, max: 10000 }, { min: 1, max: 10000 }, 0.5, 100, 'log');
    assert.ok(Math.abs((range?.min ?? 0) - 10) < 1e-9 && Math.abs((range?.max ?? 0) - 1000) < 1e-6);
  });

  it('is nothing when the stretch is empty', () => {
    assert.equal(within({ min: 5, max: 5 }, all), undefined);
  });
});

describe('the table behind a figure', () => {
  const rows = [
    ['b', 2],
    ['a', Number.NaN],
    ['c', 10],
    ['d', null],
  ].map(cells => ({ cells: cells as (string | number | null)[] }));
  const names = (order: { column: number; descending: boolean }): string =>
    sortedRows(rows, order)
      .map(row => row.cells[0])
      .join('');

  it('sorts numbers by size and texts by alphabet, with what is missing last', () => {
    assert.equal(names({ column: 0, descending: true }), 'dcba');
    assert.match(names({ column: 1, descending: false }), /^bc.*d$/);
    assert.match(names({ column: 1, descending: true }), /cb/);
  });
});
