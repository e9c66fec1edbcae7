import assert from 'node:assert/strict';
import { brotliCompressSync } from 'node:zlib';
import { parquetWriteBuffer } from 'hyparquet-writer';
import { bufferSource } from '../../../../src/readers/byteSource';
import { unpacked } from '../../../../src/readers/parquet/codecs';
import { readParquet } from '../../../../src/readers/parquet/readParquet';

const text = new TextEncoder().encode('losses and predictions, '.repeat(400));

describe('the codecs of Parquet', () => {
  it('unpack a Brotli page', () => {
    assert.deepEqual(unpacked(brotliCompressSync(text), 'BROTLI', text.length), text);
  });

  it('read a file whose columns are packed with Brotli', async () => {
    const numbers = Array.from({ length: 5000 }, (_, i) => Math.sin(i));
    const labels = numbers.map((_, i) => (i % 3 === 0 ? 'dog' : 'cat'));
    const bytes = parquetWriteBuffer({
      codec: 'BROTLI',
      compressors: { BROTLI: input => new Uint8Array(brotliCompressSync(input)) },
      columnData: [
        { name: 'y_pred', data: numbers, type: 'DOUBLE' },
        { name: 'label', data: labels, type: 'STRING' },
      ],
    });
    const { columns } = await readParquet(bufferSource('p.parquet', new Uint8Array(bytes)));
    assert.deepEqual([...columns[0]!.numbers], numbers);
    assert.deepEqual([0, 1, 4998, 4999].map(columns[1]!.textOf), ['dog', 'cat', 'dog', 'cat']);
  });

  it('refuse a Brotli page that is longer or shorter than it should be, or torn', () => {
    const zeros = new Uint8Array(1000);
    const whole = brotliCompressSync(zeros);
    assert.deepEqual(unpacked(whole, 'BROTLI', 1000), zeros);
    for (const length of [999, 1001]) {
      assert.throws(() => unpacked(whole, 'BROTLI', length), /damaged/, String(length));
    }
    const packed = brotliCompressSync(text);
    assert.throws(() => unpacked(packed, 'BROTLI', text.length + 1), /damaged/);
    assert.throws(() => unpacked(packed.subarray(0, 20), 'BROTLI', text.length), /damaged/);
  });
});
