import { Encodings } from 'hyparquet/src/constants.js';
import type { ColumnMetaData, CompressionCodec, Encoding } from 'hyparquet/src/types.js';
import type { ByteSource } from '../byteSource';
import { crc32 } from '../crc32';
import { unpacked } from './codecs';
import { ParquetError } from './parquetError';
import { ThriftError, ThriftReader, type ThriftStruct, type ThriftValue } from './thrift';

/** One page of a stored column. */
export interface Page {
  readonly kind: 'dictionary' | 'data' | 'data2';
  readonly encoding: Encoding | undefined;
  /** Values and what stands for missing ones. */
  readonly values: number;
  /** Bytes of the levels, which stand unpacked before the values; of `data2` alone. */
  readonly repetitionBytes: number;
  readonly definitionBytes: number;
  readonly bytes: Uint8Array;
}

const windowBytes = 2 ** 22;
const maxHeader = 2 ** 16;

/** What may still be unpacked: damaged or lying pages cannot take more than the file is allowed to. */
export interface Allowance {
  bytes: number;
}

/** The pages of one stored column in one row group. Rejects with a ParquetError at a damaged one. */
export async function* pagesOf(
  source: ByteSource,
  meta: ColumnMetaData,
  allowance: Allowance,
): AsyncGenerator<Page> {
  const start = Number(meta.dictionary_page_offset || meta.data_page_offset);
  const end = start + Number(meta.total_compressed_size);
  if (!(start >= 0 && end >= start && end <= source.size)) {
    throw new ParquetError('a column is said to stand where the file has already ended');
  }
  const read = windowed(source, end);
  for (let at = start; at < end - 1; ) {
    const header = headerOf(await read(at, maxHeader));
    const packed = await read(at + header.length, header.packedBytes);
    if (packed.length < header.packedBytes) throw new ParquetError('a page is cut off');
    at += header.length + header.packedBytes;
    if (typeof header.checksum === 'number' && header.checksum >>> 0 !== crc32(packed)) {
      throw new ParquetError('a page is damaged: it does not match its checksum');
    }
    if (header.kind === undefined) continue;
    allowance.bytes -= header.unpackedBytes;
    if (allowance.bytes < 0)
      throw new ParquetError('its pages unpack to more than the memory budget');
    yield pageOf(header, packed.subarray(0, header.packedBytes), meta.codec);
  }
}

interface PageHeader extends Omit<Page, 'kind' | 'bytes'> {
  /** undefined for pages that hold no values. */
  readonly kind: Page['kind'] | undefined;
  /** Bytes of the header itself. */
  readonly length: number;
  readonly packedBytes: number;
  readonly unpackedBytes: number;
  readonly isPacked: boolean;
  /** Few writers give one. */
  readonly checksum: ThriftValue | undefined;
}

const kinds: readonly (Page['kind'] | undefined)[] = ['data', undefined, 'dictionary', 'data2'];
/** Fields of the header that hold what is said of the pages of a kind. */
const fields: Readonly<Record<Page['kind'], number>> = { data: 5, dictionary: 7, data2: 8 };

function headerOf(bytes: Uint8Array): PageHeader {
  const reader = new ThriftReader(bytes);
  const header = structOf(reader);
  const kind = kinds[sizeIn(header, 1)];
  const own = kind === undefined ? undefined : header.get(fields[kind]);
  if (kind !== undefined && !(own instanceof Map)) throw new ParquetError('a page has no header');
  const about: ThriftStruct = own instanceof Map ? own : new Map();
  const isLevelled = kind === 'data2';
  return {
    kind,
    length: reader.at,
    unpackedBytes: sizeIn(header, 2),
    packedBytes: sizeIn(header, 3),
    checksum: header.get(4),
    values: sizeIn(about, 1),
    encoding: Encodings[sizeIn(about, isLevelled ? 4 : 2)],
    definitionBytes: isLevelled ? sizeIn(about, 5) : 0,
    repetitionBytes: isLevelled ? sizeIn(about, 6) : 0,
    isPacked: !isLevelled || about.get(7) !== false,
  };
}

function structOf(reader: ThriftReader): ThriftStruct {
  try {
    return reader.struct();
  } catch (error) {
    if (error instanceof ThriftError) throw new ParquetError('the header of a page is damaged');
    throw error;
  }
}

function sizeIn(struct: ThriftStruct, field: number): number {
  const value: ThriftValue | undefined = struct.get(field);
  if (value === undefined) return 0;
  if (typeof value !== 'number' || value < 0) throw new ParquetError('a page has a negative size');
  return value;
}

function pageOf(header: PageHeader, packed: Uint8Array, codec: CompressionCodec): Page {
  const { kind = 'data', unpackedBytes, isPacked, ...rest } = header;
  const levels = rest.repetitionBytes + rest.definitionBytes;
  if (levels > packed.length || levels > unpackedBytes) {
    throw new ParquetError('a page is damaged: its levels are longer than itself');
  }
  const values = packed.subarray(levels);
  const unpackedValues = isPacked ? unpacked(values, codec, unpackedBytes - levels) : values;
  if (levels === 0) return { ...rest, kind, bytes: unpackedValues };
  const bytes = new Uint8Array(levels + unpackedValues.length);
  bytes.set(packed.subarray(0, levels));
  bytes.set(unpackedValues, levels);
  return { ...rest, kind, bytes };
}

/** Reads up to `length` bytes from `at` on, from memory where they stand in the piece that was read last. */
function windowed(
  source: ByteSource,
  end: number,
): (at: number, length: number) => Promise<Uint8Array> {
  let from = 0;
  let piece: Uint8Array = new Uint8Array(0);
  return async (at, length) => {
    const to = Math.min(end, at + length);
    if (at < from || to > from + piece.length) {
      piece = await source.read(at, Math.min(end, Math.max(to, at + windowBytes)));
      from = at;
    }
    return piece.subarray(at - from, to - from);
  };
}
