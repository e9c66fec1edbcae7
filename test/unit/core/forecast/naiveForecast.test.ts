import assert from 'node:assert/strict';
import { naiveForecast } from '../../../../src/core/forecast/naiveForecast';

const numbers = (...values: number[]) => Float64Array.from(values);

describe('naiveForecast', () => {
  it('takes the last target before the cutoff, by the steps that a column tells', () => {
    const found = naiveForecast(
      {
        series: Int32Array.of(0, 0, 0, 0, 1),
        time: numbers(1, 2, 3, 4, 4),
        cutoff: null,
        horizon: numbers(1, 1, 2, 3, 1),
        target: numbers(10, 20, 40, 80, 7),
      },
      1,
    );
    assert.deepEqual([...found.naive], [NaN, 10, 10, 10, NaN]);
    assert.deepEqual([...found.scale], [70 / 3, 70 / 3, 70 / 3, 70 / 3, NaN]);
  });

  it('counts the steps from the cutoff, and several forecasts of one time once', () => {
    const found = naiveForecast(
      {
        series: null,
        time: numbers(1, 2, 3, 2, 3, 4),
        cutoff: numbers(0, 0, 0, 1, 1, 1),
        horizon: null,
        target: numbers(5, 6, 9, 6, 9, 1),
      },
      1,
    );
    assert.deepEqual([...found.horizon], [1, 2, 3, 1, 2, 3]);
    assert.deepEqual([...found.naive], [NaN, NaN, NaN, 5, 5, 5]);
    assert.equal(found.scale[0], (1 + 3 + 8) / 3);
    assert.equal(found.squaredScale[0], (1 + 9 + 64) / 3);
  });

  it('goes back whole seasons', () => {
    const found = naiveForecast(
      {
        series: null,
        time: numbers(1, 2, 3, 4, 5, 6, 7),
        cutoff: null,
        horizon: numbers(1, 1, 1, 1, 1, 2, 3),
        target: numbers(1, 2, 3, 4, 5, 6, 7),
      },
      2,
    );
    assert.deepEqual([...found.naive].slice(2), [1, 2, 3, 4, 3]);
    assert.equal(found.scale[0], 2);
  });

  it('leaves out rows without a series, and knows no steps where nothing tells them', () => {
    const rows = { time: numbers(1, 2), cutoff: null, horizon: null, target: numbers(1, 4) };
    const found = naiveForecast({ ...rows, series: Int32Array.of(-1, 0) }, 1);
    assert.deepEqual([...found.scale], [NaN, NaN]);
    assert.deepEqual([...found.horizon], [NaN, NaN]);
  });
});
