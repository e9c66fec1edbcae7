import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parquetWriteBuffer } from 'hyparquet-writer';
import { faultOf } from '../fuzz/faultOf';
import { type Input, inputs } from '../fuzz/inputs';

const parquet: Input = {
  name: 'a.parquet',
  bytes: new Uint8Array(
    parquetWriteBuffer({
      columnData: [
        { name: 'y_true', data: [1.5, 2, 3.25, 4], type: 'DOUBLE' },
        { name: 'y_pred', data: [1, 2, 3, 4.5], type: 'DOUBLE' },
        { name: 'label', data: ['dog', 'cat', 'dog', 'dog'], type: 'STRING' },
      ],
    }),
  ),
};

const changes = [0x01, 0x80, 0xff];

describe('inspecting anything', () => {
  it('ends in a report without NaN or in one sentence', async () => {
    const property = fc.asyncProperty(inputs([parquet]), async input => {
      assert.equal(await faultOf(input), undefined);
    });
    await fc.assert(property, { numRuns: 400, seed: 20_261_128 });
  });

  it('survives every byte of a Parquet file being another', async () => {
    for (let at = 0; at < parquet.bytes.length; at++) {
      const bytes = parquet.bytes.slice();
      bytes[at]! ^= changes[at % changes.length]!;
      assert.equal(await faultOf({ ...parquet, bytes }), undefined, `byte ${at}`);
    }
  });
});
