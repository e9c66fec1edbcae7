import assert from 'node:assert/strict';
import { parquetWriteBuffer } from 'hyparquet-writer';
import { bufferSource } from '../../../../src/readers/byteSource';
import { readParquet } from '../../../../src/readers/parquet/readParquet';

const bytes = new Uint8Array(
  parquetWriteBuffer({
    columnData: [
      { name: 'y_true', data: [1.5, 2, 3.25], type: 'DOUBLE' },
      { name: 'label', data: ['dog', 'cat', 'dog'], type: 'STRING' },
      { name: 'n', data: [1n, 2n, 3n], type: 'INT64' },
    ],
  }),
);

describe('readParquet', () => {
  it('reads numbers, texts and whole numbers as columns', async () => {
    const table = await readParquet(bufferSource('p.parquet', bytes));
    assert.equal(table.rows, 3);
    assert.deepEqual(
      table.columns.map(column => column.name),
      ['y_true', 'label', 'n'],
    );
    assert.deepEqual([...table.columns[0]!.numbers], [1.5, 2, 3.25]);
    assert.equal(table.columns[1]!.textOf(1), 'cat');
    assert.deepEqual([...table.columns[2]!.numbers], [1, 2, 3]);
  });

  it('says in one sentence that the footer is cut off', async () => {
    const torn = bufferSource('p.parquet', bytes.subarray(0, bytes.length - 6));
    await assert.rejects(
      readParquet(torn),
      /^ReadError: p\.parquet: this Parquet file cannot be read/,
    );
  });

  it('says in one sentence that the data is damaged', async () => {
    const damaged = bytes.slice();
    damaged.fill(0xff, 4, 60);
    await assert.rejects(readParquet(bufferSource('p.parquet', damaged)), /cannot be read/);
  });

  it('tells columns apart whose names have dots in them', async () => {
    const dotted = new Uint8Array(
      parquetWriteBuffer({
        columnData: [
          { name: 'y_pred', data: [1, 2], type: 'DOUBLE' },
          { name: 'y_pred.rf', data: [3, 4], type: 'DOUBLE' },
          { name: 'y_pred.xgb', data: [5, 6], type: 'DOUBLE' },
        ],
      }),
    );
    const { columns } = await readParquet(bufferSource('p.parquet', dotted));
    assert.deepEqual(
      columns.map(({ name, numbers }) => [name, ...numbers]),
      [
        ['y_pred', 1, 2],
        ['y_pred.rf', 3, 4],
        ['y_pred.xgb', 5, 6],
      ],
    );
  });

  it('lays groups out by their path and lists by their places, with cells that are not there', async () => {
    const nested = new Uint8Array(
      parquetWriteBuffer({
        schema: [
          { name: 'root', num_children: 3 },
          { name: 'rf', repetition_type: 'OPTIONAL', num_children: 2 },
          { name: 'y.pred', type: 'DOUBLE', repetition_type: 'OPTIONAL' },
          { name: 'proba', repetition_type: 'OPTIONAL', num_children: 1, converted_type: 'LIST' },
          { name: 'list', repetition_type: 'REPEATED', num_children: 1 },
          { name: 'element', type: 'DOUBLE', repetition_type: 'OPTIONAL' },
          { name: 'y_true', type: 'DOUBLE', repetition_type: 'REQUIRED' },
          { name: 'rf.y.pred', type: 'DOUBLE', repetition_type: 'REQUIRED' },
        ],
        columnData: [
          {
            name: 'rf',
            data: [{ 'y.pred': 1, proba: [0.2, 0.8] }, { 'y.pred': null, proba: [0.5] }, null],
          },
          { name: 'y_true', data: [1, 2, 3] },
          { name: 'rf.y.pred', data: [7, 8, 9] },
        ],
      }),
    );
    const { columns } = await readParquet(bufferSource('p.parquet', nested));
    const none = Number.NaN;
    assert.deepEqual(
      columns.map(({ name, numbers }) => [name, ...numbers]),
      [
        ['rf.y.pred', 1, none, none],
        ['rf.proba[0]', 0.2, 0.5, none],
        ['rf.proba[1]', 0.8, none, none],
        ['y_true', 1, 2, 3],
        ['rf.y.pred (2)', 7, 8, 9],
      ],
    );
  });

  it('refuses columns beyond the memory budget before it makes any', async () => {
    await assert.rejects(
      readParquet(bufferSource('p.parquet', bytes), 64),
      /^ReadError: p\.parquet: 3 rows of 3 columns take .* more than the memory budget/,
    );
  });
});
