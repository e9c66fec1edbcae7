import { snappyUncompress } from 'hyparquet/src/snappy.js';
import type { CompressionCodec } from 'hyparquet/src/types.js';
import {
  decompressBrotli,
  decompressGzip,
  decompressLz4,
  decompressLz4Raw,
  decompressZstd,
} from 'hyparquet-compressors';
import { crc32 } from '../crc32';
import { hadoopSize, lz4Size } from './lz4Size';
import { ParquetError } from './parquetError';

type Codec = (packed: Uint8Array, length: number) => Uint8Array;

const codecs: Readonly<Partial<Record<CompressionCodec, Codec>>> = {
  UNCOMPRESSED: packed => packed,
  SNAPPY: (packed, length) => {
    const output = new Uint8Array(length);
    snappyUncompress(packed, output);
    return output;
  },
  GZIP: unpackGzip,
  BROTLI: unpackBrotli,
  ZSTD: unpackZstd,
  LZ4: (packed, length) => {
    checkSize(hadoopSize(packed) ?? lz4Size(packed), length);
    return decompressLz4(packed, length);
  },
  LZ4_RAW: (packed, length) => {
    checkSize(lz4Size(packed), length);
    return decompressLz4Raw(packed, length);
  },
};

/** The `length` bytes of a page. Throws a ParquetError when they cannot be unpacked. */
export function unpacked(packed: Uint8Array, codec: CompressionCodec, length: number): Uint8Array {
  const unpack = codecs[codec];
  if (unpack === undefined) throw new ParquetError(`the compression ${codec} is not read`);
  if (length === 0 && packed.length === 0) return packed;
  let bytes: Uint8Array;
  try {
    bytes = unpack(packed, length);
  } catch {
    throw new ParquetError('a page is damaged and cannot be unpacked');
  }
  if (bytes.length === length) return bytes;
  throw new ParquetError(`a page holds ${bytes.length} bytes instead of ${length}`);
}

/** The libraries leave zeros where a stream ends before its page does, so what it promises is compared first. */
function checkSize(size: number, length: number): void {
  if (size !== length) throw new RangeError('another size');
}

/** The last eight bytes of a gzip member are the checksum and the size of what it unpacks to, RFC 1952, 2.3.1. */
function unpackGzip(packed: Uint8Array, length: number): Uint8Array {
  const bytes = decompressGzip(packed, length);
  if (packed[0] !== 0x1f || packed[1] !== 0x8b) return bytes;
  const end = new DataView(packed.buffer, packed.byteOffset + packed.length - 8, 8);
  checkSize(end.getUint32(4, true), length);
  if (end.getUint32(0, true) !== crc32(bytes)) throw new RangeError('another checksum');
  return bytes;
}

/** The library says nothing of a stream that is too short or too long, so what it promises is compared first. */
function unpackBrotli(packed: Uint8Array, length: number): Uint8Array {
  const { size, isLast } = brotliBlock(packed);
  if (isLast ? size !== length : size > length) throw new RangeError('another size');
  return decompressBrotli(packed, length);
}

/** How many bytes the first block of a Brotli stream unpacks to and whether it is the last, RFC 7932, 9.1 and 9.2. */
function brotliBlock(packed: Uint8Array): { readonly size: number; readonly isLast: boolean } {
  let at = 0;
  const bits = (count: number): number => {
    let value = 0;
    for (let i = 0; i < count; i++, at++) value += (((packed[at >> 3] ?? 0) >> (at & 7)) & 1) << i;
    return value;
  };
  // The size of the window, in one, four or seven bits.
  if (bits(1) === 1 && bits(3) === 0) bits(3);
  const isLast = bits(1) === 1;
  if (isLast && bits(1) === 1) return { size: 0, isLast };
  const nibbles = bits(2) + 4;
  return { size: nibbles === 7 ? 0 : bits(4 * nibbles) + 1, isLast };
}

/**
 * The library makes room for what a frame says it unpacks to, so that is compared first. A frame that does not say
 * it is unpacked into the room there is; what it leaves of two different grounds shows that it fell short.
 */
function unpackZstd(packed: Uint8Array, length: number): Uint8Array {
  const promised = zstdSize(packed);
  if (promised === length) return decompressZstd(packed);
  if (promised !== undefined) throw new RangeError('another size');
  const bytes = decompressZstd(packed, new Uint8Array(length));
  const again = decompressZstd(packed, new Uint8Array(length).fill(0xff));
  if (bytes.at(-1) !== again.at(-1)) throw new RangeError('too short');
  return bytes;
}

/** The size that a Zstandard frame says it unpacks to, RFC 8878, 3.1.1.1; undefined when it does not. */
function zstdSize(packed: Uint8Array): number | undefined {
  const descriptor = packed[4] ?? 0;
  const isSingle = (descriptor & 0x20) !== 0;
  const flag = descriptor >> 6;
  const size = flag === 0 ? Number(isSingle) : 2 ** flag;
  const at = 5 + (isSingle ? 0 : 1) + [0, 1, 2, 4][descriptor & 3]!;
  if (size === 0) return undefined;
  let value = 0;
  for (let i = size - 1; i >= 0; i--) value = value * 256 + (packed[at + i] ?? 0);
  return size === 2 ? value + 256 : value;
}
