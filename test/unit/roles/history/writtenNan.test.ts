import assert from 'node:assert/strict';
import { concatTables } from '../../../../src/readers/append/concatTables';
import { bufferSource } from '../../../../src/readers/byteSource';
import { columnOfCells } from '../../../../src/readers/cells';
import { wordKind } from '../../../../src/readers/delimited/columnKind';
import { readDelimited } from '../../../../src/readers/delimited/readDelimited';
import type { Table } from '../../../../src/readers/table';
import { cellTest, writesNan } from '../../../../src/roles/history/curveCells';

function read(text: string): Promise<Table> {
  return readDelimited(bufferSource('log.csv', new TextEncoder().encode(text)));
}

const header = 'step,loss,val_loss\n';

/** Rows of a column that are points of its curve. */
function pointsOf(table: Table, name: string): readonly number[] {
  const column = table.columns.find(one => one.name === name)!;
  const has = cellTest(column);
  return Array.from(column.numbers, (_, row) => row).filter(has);
}

describe('a NaN that is written', () => {
  const sparse = `${header}1,2,\n1,,2.1\n2,nan,\n2,,NaN\n3,,\n`;

  it('is a point of the curve, an empty cell is none', async () => {
    const table = await read(sparse);
    assert.deepEqual(pointsOf(table, 'loss'), [0, 2]);
    assert.deepEqual(pointsOf(table, 'val_loss'), [1, 3]);
  });

  it('makes a curve of a column that holds nothing else', async () => {
    const { columns } = await read(`${header}1,2,nan\n2,1,nan\n3,0.5,nan\n`);
    assert.equal(writesNan(columns[2]!), true);
    assert.equal(writesNan(columns[1]!), false);
  });

  it('is told from null and from words in cells of JSON and logs', () => {
    const column = columnOfCells('loss', [1, Number.NaN, null, 'NaN', '', 'None']);
    assert.deepEqual(
      [0, 1, 2, 3, 4, 5].filter(row => column.saysNan?.(row)),
      [1, 3],
    );
  });

  it('is one in a file that is read piece by piece too, and in a sample of its rows', async () => {
    const rows = 800_000;
    const cellOf = (i: number) => (i % 5 === 0 ? 'nan' : i % 5 === 1 ? '' : '0.25');
    const lines = Array.from({ length: rows }, (_, i) => `${i},${cellOf(i)},1\n`);
    const source = bufferSource('log.csv', new TextEncoder().encode(header + lines.join('')));
    assert.ok(source.size > 8 << 20);
    const needed = () => ['step', 'loss', 'val_loss'];
    for (const memoryBudget of [2 ** 30, 2 ** 20]) {
      const { columns, rows: kept } = await readDelimited(source, { needed, memoryBudget });
      assert.equal(kept < rows, memoryBudget === 2 ** 20);
      const [step, loss] = columns;
      for (let row = 0; row < kept; row++) {
        assert.equal(loss!.saysNan?.(row), step!.numbers[row]! % 5 === 0, `row ${row}`);
      }
    }
  });

  it('stays one when rows are added to the file, also in two ways', async () => {
    const first = await read(sparse);
    const grownBy = async (table: Table, rows: string): Promise<Table> =>
      concatTables(table, await read(header + rows), (labels, filled) =>
        wordKind(labels, filled),
      ) ?? assert.fail('not grown');
    const grown = await grownBy(first, '4,,0.5\n4,nan,0.4\n');
    assert.deepEqual(pointsOf(grown, 'loss'), [0, 2, 6]);
    const again = await grownBy(grown, '5,nan,0.3\n');
    assert.deepEqual(pointsOf(again, 'loss'), [0, 2, 6, 7]);
    const other = await grownBy(grown, '5,1,0.3\n5,nan,0.2\n5,,0.2\n');
    assert.deepEqual(pointsOf(other, 'loss'), [0, 2, 6, 7, 8]);
    assert.deepEqual(pointsOf(again, 'loss'), [0, 2, 6, 7]);
  });
});
