import type { DecodedArray, Encoding, SchemaElement } from 'hyparquet/src/types.js';
import { deltaNumbers, deltaPrefixedTexts, deltaTexts } from './delta';
import { type Cursor, hybridNumbers, nextByte } from './hybrid';
import { ParquetError } from './parquetError';

/** Bytes of one value of the types that all take the same. */
const widths: Readonly<Record<string, number>> = {
  INT32: 4,
  INT64: 8,
  INT96: 12,
  FLOAT: 4,
  DOUBLE: 8,
};

/**
 * `count` values as they are stored, before anything is made of their logical type; places in the dictionary for
 * the encodings that have one. Throws a ParquetError when the page does not hold them.
 */
export function storedValues(
  cursor: Cursor,
  encoding: Encoding | undefined,
  element: SchemaElement,
  count: number,
): DecodedArray {
  switch (encoding) {
    case 'PLAIN':
      return plainValues(cursor, element, count);
    case 'PLAIN_DICTIONARY':
    case 'RLE_DICTIONARY':
      return hybridNumbers(cursor, count === 0 ? 0 : nextByte(cursor), count);
    case 'RLE':
      cursor.at += 4;
      return Array.from(hybridNumbers(cursor, 1, count), bit => bit === 1);
    case 'DELTA_BINARY_PACKED':
      return deltaOf(deltaNumbers(cursor, count), element);
    case 'DELTA_LENGTH_BYTE_ARRAY':
      return [...deltaTexts(cursor, count)];
    case 'DELTA_BYTE_ARRAY':
      return [...deltaPrefixedTexts(cursor, count)];
    case 'BYTE_STREAM_SPLIT':
      return plainValues(unsplit(cursor, widthOf(element), count), element, count);
    default:
      throw new ParquetError(`the encoding ${encoding ?? 'of a page'} is not read`);
  }
}

/** Values one behind the other (PLAIN). */
export function plainValues(cursor: Cursor, element: SchemaElement, count: number): DecodedArray {
  if (element.type === 'BYTE_ARRAY') return lengthedTexts(cursor, count);
  if (element.type === 'BOOLEAN') return bits(cursor, count);
  const width = widthOf(element);
  const bytes = taken(cursor, count * width);
  const buffer = bytes.slice().buffer;
  switch (element.type) {
    case 'INT32':
      return new Int32Array(buffer);
    case 'INT64':
      return new BigInt64Array(buffer);
    case 'FLOAT':
      return new Float32Array(buffer);
    case 'DOUBLE':
      return new Float64Array(buffer);
    case 'INT96':
      return Array.from({ length: count }, (_, i) => int96(new DataView(buffer, 12 * i, 12)));
    default:
      return Array.from({ length: count }, (_, i) => bytes.subarray(i * width, (i + 1) * width));
  }
}

function widthOf({ type, type_length: length = 0 }: SchemaElement): number {
  const width = type === 'FIXED_LEN_BYTE_ARRAY' ? length : widths[type ?? ''];
  if (width === undefined || width <= 0) {
    throw new ParquetError(`values of the type ${type ?? 'of a column'} are not read`);
  }
  return width;
}

function taken(cursor: Cursor, length: number): Uint8Array {
  const end = cursor.at + length;
  if (end > cursor.bytes.length) throw new ParquetError('a page is damaged: it ends early');
  cursor.at = end;
  return cursor.bytes.subarray(end - length, end);
}

function bits(cursor: Cursor, count: number): boolean[] {
  const bytes = taken(cursor, Math.ceil(count / 8));
  return Array.from({ length: count }, (_, i) => ((bytes[i >> 3]! >> (i & 7)) & 1) === 1);
}

function lengthedTexts(cursor: Cursor, count: number): Uint8Array[] {
  const { bytes } = cursor;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const texts: Uint8Array[] = [];
  for (let i = 0; i < count; i++) {
    taken(cursor, 4);
    texts.push(taken(cursor, view.getUint32(cursor.at - 4, true)));
  }
  return texts;
}

/** Nanoseconds of the day and the Julian day, as the library takes them. */
function int96(view: DataView): bigint {
  return (BigInt(view.getInt32(8, true)) << 64n) | view.getBigUint64(0, true);
}

function deltaOf(numbers: BigInt64Array, { type }: SchemaElement): DecodedArray {
  return type === 'INT32'
    ? Int32Array.from(numbers, number => Number(BigInt.asIntN(32, number)))
    : numbers;
}

/** First bytes of all values, then second bytes, put together again. */
function unsplit(cursor: Cursor, width: number, count: number): Cursor {
  const split = taken(cursor, width * count);
  const bytes = new Uint8Array(split.length);
  for (let part = 0; part < width; part++) {
    for (let i = 0; i < count; i++) bytes[i * width + part] = split[part * count + i]!;
  }
  return { bytes, at: 0 };
}
