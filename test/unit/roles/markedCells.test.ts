import assert from 'node:assert/strict';
import { unmarked } from '../../../src/roles/markedCells';
import { type SmallCell, smallTable } from '../../support/smallTable';

type Columns = Readonly<Record<string, readonly SmallCell[]>>;

function cells(columns: Columns): Record<string, readonly string[]> {
  const table = unmarked(smallTable(columns));
  return Object.fromEntries(
    table.columns.map(({ name, textOf }) => [
      name,
      Array.from({ length: table.rows }, (_, row) => textOf(row)),
    ]),
  );
}

const actual = ['1:yes', '2:no', '1:yes', '2:no'];
const predicted = ['1:yes', '1:yes', '1:yes', '2:no'];

describe('unmarked', () => {
  it('takes the number off a class that two columns number alike', () => {
    assert.deepEqual(cells({ actual, predicted }), {
      actual: ['yes', 'no', 'yes', 'no'],
      predicted: ['yes', 'yes', 'yes', 'no'],
    });
  });

  it('leaves an unknown class missing', () => {
    assert.deepEqual(cells({ actual: ['1:?', '1:?', '2:no', '1:yes'], predicted }).actual, [
      '',
      '',
      'no',
      'yes',
    ]);
  });

  it('leaves one column of times, and numbers that two columns use differently', () => {
    const start = ['9:15', '10:30', '9:15', '11:45'];
    assert.deepEqual(cells({ start }).start, start);
    const other = ['1:no', '2:yes', '1:no', '2:yes'];
    assert.deepEqual(cells({ actual, other }).actual, actual);
  });

  it('reads chances with the star of the predicted class as numbers', () => {
    const table = unmarked(smallTable({ p: ['*0.958', '0.2', '*0.9', '*0.55', '0.2'] }));
    assert.equal(table.columns[0]!.kind, 'number');
    assert.deepEqual([...table.columns[0]!.numbers], [0.958, 0.2, 0.9, 0.55, 0.2]);
  });

  it('lays the chances of all classes out in a column for each', () => {
    const distribution = ['*0.958,0.042', '*0.713,0.287', '*0.9,0.1', '0.125,*0.875'];
    const found = cells({ actual, predicted, distribution });
    assert.deepEqual(found['distribution[yes]'], ['0.958', '0.713', '0.9', '0.125']);
    assert.deepEqual(found['distribution[no]'], ['0.042', '0.287', '0.1', '0.875']);
  });

  it('names the columns behind the first of a row of chances after their classes', () => {
    const found = cells({
      actual,
      predicted,
      distribution: ['*0.958', '*0.713', '*0.9', '0.125'],
      'Unnamed: 3': [0.042, 0.287, 0.1, 0.875],
    });
    assert.deepEqual(Object.keys(found), [
      'actual',
      'predicted',
      'distribution[yes]',
      'distribution[no]',
    ]);
  });

  it('gives back the same table where nothing is marked', () => {
    const table = smallTable({ a: ['x', 'y', 'x'], b: [1, 2, 3] });
    assert.equal(unmarked(table), table);
  });
});
