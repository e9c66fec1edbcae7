import assert from 'node:assert/strict';
import type { Mark, Plot, PlotAxis } from '../../../../src/shared/figure';
import { xRange, yRange } from '../../../../src/webview/figure/extent';

const axis = (more: Partial<PlotAxis> = {}): PlotAxis => ({ label: '', scale: 'linear', ...more });
const points = (x: number[], y: number[]): Mark => ({
  kind: 'points',
  name: 'p',
  tone: { series: 0 },
  x: Float64Array.from(x),
  y: Float64Array.from(y),
});
const plot = (marks: readonly Mark[], more: Partial<Plot> = {}): Plot => ({
  kind: 'plot',
  x: axis(),
  y: axis(),
  marks,
  ...more,
});

describe('how far the axes of a plot reach', () => {
  it('covers every panel of a figure in x, with a little air', () => {
    const range = xRange([plot([points([0, 10], [1, 1])]), plot([points([20], [1])])]);
    assert.deepEqual(range, { min: 0, max: 21 });
  });

  it('obeys the bounds a figure sets', () => {
    const range = xRange([plot([points([0, 10], [1, 1])], { x: axis({ min: -5, max: 5 }) })]);
    assert.deepEqual(range, { min: -5, max: 5 });
  });

  it('leaves out what is infinite or undefined, and what a logarithm cannot show', () => {
    const marks = [points([1, 2, 3, 4], [Number.POSITIVE_INFINITY, Number.NaN, -1, 100])];
    const range = yRange(plot(marks, { y: axis({ scale: 'log' }) }), 'y', { min: 0, max: 5 });
    assert.ok(range.min > 0 && range.min < 100 && range.max > 100 && range.max < 200);
  });

  it('follows the zoom: only what lies within x counts', () => {
    const marks = [points([1, 2, 3], [1, 2, 900])];
    assert.ok(yRange(plot(marks), 'y', { min: 0, max: 2.5 }).max < 3);
  });

  it('keeps the foot of bars in sight', () => {
    const bars: Mark = {
      kind: 'bars',
      name: 'b',
      tone: { series: 0 },
      edges: Float64Array.of(0, 1, 2),
      heights: Float64Array.of(80, 90),
    };
    assert.equal(yRange(plot([bars]), 'y', { min: 0, max: 2 }).min, 0);
  });

  it('has a width even without data or with one value', () => {
    for (const marks of [[], [points([5], [5])], [points([0], [0])]]) {
      const range = xRange([plot(marks)]);
      assert.ok(range.max > range.min);
    }
  });

  it('gives each category a place of its own', () => {
    assert.deepEqual(xRange([plot([], { x: axis({ categories: ['a', 'b'] }) })]), {
      min: -0.5,
      max: 1.5,
    });
  });
});
