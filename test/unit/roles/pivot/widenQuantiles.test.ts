import assert from 'node:assert/strict';
import type { Table } from '../../../../src/readers/table';
import { widenQuantiles } from '../../../../src/roles/pivot/widenQuantiles';
import { type SmallCell, smallTable } from '../../../support/smallTable';

const places = ['01', '01', '01', '01', 'US', 'US', 'US', 'US'];
const quantile = [null, 0.1, 0.5, 0.9, null, 0.1, 0.5, 0.9];
const type = quantile.map(level => (level === null ? 'point' : 'quantile'));
const value = [5, 1, 4, 9, 50, 10, 40, 90];

function cellsOf({ columns, rows }: Table): Record<string, string[]> {
  return Object.fromEntries(
    columns.map(({ name, textOf }) => [
      name,
      Array.from({ length: rows }, (_, row) => textOf(row)),
    ]),
  );
}

function widened(columns: Readonly<Record<string, readonly SmallCell[]>>): Table {
  return widenQuantiles(smallTable(columns));
}

describe('widenQuantiles', () => {
  it('makes one row per place of one row per quantile', () => {
    const wide = widened({ location: places, quantile, type, value });
    assert.deepEqual(cellsOf(wide), {
      location: ['01', 'US'],
      'q0.1': ['1', '10'],
      'q0.5': ['4', '40'],
      'q0.9': ['9', '90'],
      point: ['5', '50'],
    });
    assert.deepEqual([0, 1].map(wide.lineOf), [2, 6]);
    assert.match(wide.problems[0]!.text, /^8 rows .* 2 forecasts of 3 quantiles$/);
  });

  it('takes a row without a level for the point forecast when no column tells the type', () => {
    const wide = widened({ location: places, quantile, value });
    assert.deepEqual(cellsOf(wide).point, ['5', '50']);
  });

  it('keeps what does not vary with the level: what was observed, the model', () => {
    const wide = widened({
      model: places.map(() => 'A'),
      location: places,
      observed: [6, 6, 6, 6, 60, 60, 60, 60],
      quantile_level: quantile,
      predicted: value,
    });
    assert.deepEqual(cellsOf(wide).observed, ['6', '60']);
    assert.deepEqual(cellsOf(wide)['q0.9'], ['9', '90']);
  });

  it('sorts the levels, leaves out rows of another type and tells how many', () => {
    const wide = widened({
      location: ['a', 'a', 'a', 'a', 'b', 'b', 'b', 'b'],
      output_type: [...Array(3).fill('quantile'), 'cdf', ...Array(3).fill('quantile'), 'cdf'],
      output_type_id: [0.9, 0.5, 0.1, 7, 0.9, 0.5, 0.1, 7],
      value: [9, 5, 1, 0.4, 8, 4, 2, 0.3],
    });
    assert.deepEqual(Object.keys(cellsOf(wide)), ['location', 'q0.1', 'q0.5', 'q0.9']);
    assert.match(wide.problems[1]!.text, /^2 rows without a quantile/);
  });

  it('makes no row of a key without any forecast', () => {
    const wide = widened({
      location: ['a', 'a', 'a', 'b', 'c', 'c', 'c'],
      output_type: ['quantile', 'quantile', 'quantile', 'pmf', 'quantile', 'quantile', 'quantile'],
      output_type_id: [0.1, 0.5, 0.9, null, 0.1, 0.5, 0.9],
      value: [1, 5, 9, 0.4, 2, 4, 8],
    });
    assert.deepEqual(cellsOf(wide).location, ['a', 'c']);
    assert.deepEqual([0, 1].map(wide.lineOf), [2, 6]);
  });

  it('leaves cells empty whose level a place does not have', () => {
    const wide = widened({
      location: ['a', 'a', 'a', 'b', 'b'],
      quantile: [0.1, 0.5, 0.9, 0.1, 0.5],
      value: [1, 5, 9, 2, 4],
    });
    assert.deepEqual(cellsOf(wide)['q0.9'], ['9', '']);
    assert.equal(wide.columns.at(-1)!.missing, 1);
  });

  const others: Readonly<Record<string, Readonly<Record<string, readonly SmallCell[]>>>> = {
    'the quantiles stand beside each other': { y: [1, 2], q10: [0, 1], q50: [1, 2], q90: [2, 3] },
    'the quantile of a row is a measurement of its own': {
      sample: ['a', 'b', 'c', 'd'],
      quantile: [0.12, 0.57, 0.91, 0.33],
      value: [4, 5, 6, 7],
    },
    'levels repeat because a key is missing': {
      quantile: [...quantile, ...quantile],
      value: [...value, ...value],
    },
    'a level is none': { location: places, quantile: quantile.map(q => (q ?? 0) * 10), value },
    'no column holds the values': { location: places, quantile },
  };
  for (const [what, columns] of Object.entries(others)) {
    it(`leaves a table as it is when ${what}`, () => {
      const table = smallTable(columns);
      assert.equal(widenQuantiles(table), table);
    });
  }
});
