import assert from 'node:assert/strict';
import { brotliCompressSync, gzipSync } from 'node:zlib';
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

  it('refuse a gzip page that is longer or shorter than it should be, or damaged', () => {
    const whole = new Uint8Array(gzipSync(text));
    assert.deepEqual(unpacked(whole, 'GZIP', text.length), text);
    for (const length of [text.length - 1, text.length + 1]) {
      assert.throws(() => unpacked(whole, 'GZIP', length), /damaged/, String(length));
    }
    const changed = whole.slice();
    changed[changed.length - 8]! ^= 1;
    assert.throws(() => unpacked(changed, 'GZIP', text.length), /damaged/);
    assert.throws(() => unpacked(whole.subarray(0, 12), 'GZIP', text.length), /damaged/);
  });

  /** 0x4a: four literals and a match of 10 + 4; offset 4; then 0x50: five literals, the last ones. */
  const block = Uint8Array.of(0x4a, 97, 98, 99, 100, 4, 0, 0x50, 49, 50, 51, 52, 53);
  const ofBlock = new TextEncoder().encode('abcdabcdabcdabcdab12345');
  const framed = Uint8Array.of(0, 0, 0, ofBlock.length, 0, 0, 0, block.length, ...block);

  it('unpack LZ4 blocks, bare and as Hadoop frames them', () => {
    assert.deepEqual(unpacked(block, 'LZ4_RAW', ofBlock.length), ofBlock);
    assert.deepEqual(unpacked(block, 'LZ4', ofBlock.length), ofBlock);
    assert.deepEqual(unpacked(framed, 'LZ4', ofBlock.length), ofBlock);
    const twice = Uint8Array.of(...framed, ...framed);
    assert.deepEqual(unpacked(twice, 'LZ4', 46), Uint8Array.of(...ofBlock, ...ofBlock));
  });

  it('unpack lengths of LZ4 that go on in further bytes', () => {
    // 15 + 255 + 30 literals.
    const literals = new Uint8Array(300).fill(7);
    const packed = Uint8Array.of(0xf0, 255, 30, ...literals);
    assert.deepEqual(unpacked(packed, 'LZ4_RAW', 300), literals);
  });

  it('refuse LZ4 pages that are longer or shorter than they should be', () => {
    for (const length of [ofBlock.length - 1, ofBlock.length + 1]) {
      assert.throws(() => unpacked(block, 'LZ4_RAW', length), /damaged/);
      assert.throws(() => unpacked(block, 'LZ4', length), /damaged/);
      assert.throws(() => unpacked(framed, 'LZ4', length), /damaged/);
    }
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
