import { type Cursor, nextByte, smallVarint } from './hybrid';
import { ParquetError } from './parquetError';

const maxBlock = 2 ** 20;
/** Bytes that the texts of one page may take, which may each repeat the one before. */
const maxTextBytes = 2 ** 28;

/**
 * Whole numbers written as differences in blocks (DELTA_BINARY_PACKED); at most `count`. Throws a ParquetError.
 * Format: https://github.com/apache/parquet-format/blob/master/Encodings.md
 */
export function deltaNumbers(cursor: Cursor, count: number): BigInt64Array {
  const block = smallVarint(cursor);
  const minis = smallVarint(cursor);
  const total = smallVarint(cursor);
  const perMini = block / minis;
  if (block > maxBlock || minis === 0 || perMini % 8 !== 0 || perMini === 0 || total < count) {
    throw new ParquetError('a page is damaged: its blocks are of an impossible size');
  }
  const numbers = new BigInt64Array(count);
  let value = signed(cursor);
  let filled = 0;
  if (count > 0) numbers[filled++] = value;
  while (filled < count) {
    const least = signed(cursor);
    const widths = Array.from({ length: minis }, () => nextByte(cursor));
    for (let mini = 0; mini < minis && filled < count; mini++) {
      const next = bitsOf(cursor, widths[mini]!);
      const length = Math.min(perMini, count - filled);
      for (let i = 0; i < length; i++) {
        value = BigInt.asIntN(64, value + least + next(i));
        numbers[filled++] = value;
      }
      cursor.at += (perMini * widths[mini]!) / 8;
    }
  }
  return numbers;
}

/** The i-th of packed numbers of `width` bits, the lowest bit first. */
function bitsOf({ bytes, at }: Cursor, width: number): (i: number) => bigint {
  if (width > 64) throw new ParquetError('a page is damaged: numbers of more than 64 bits');
  if (width === 0) return () => 0n;
  return i => {
    let value = 0n;
    for (let taken = 0; taken < width; ) {
      const bit = i * width + taken;
      const from = bit & 7;
      const part = Math.min(8 - from, width - taken);
      const byte = bytes[at + (bit >>> 3)];
      if (byte === undefined) throw new ParquetError('a page is damaged: its numbers end early');
      value |= BigInt((byte >>> from) & ((1 << part) - 1)) << BigInt(taken);
      taken += part;
    }
    return value;
  };
}

/** Texts behind their lengths (DELTA_LENGTH_BYTE_ARRAY). */
export function deltaTexts(cursor: Cursor, count: number): readonly Uint8Array[] {
  const lengths = deltaNumbers(cursor, count);
  return Array.from(lengths, length => {
    const from = cursor.at;
    const end = from + Number(length);
    if (!(end >= from && end <= cursor.bytes.length)) {
      throw new ParquetError('a page is damaged: a text is longer than the page');
    }
    cursor.at = end;
    return cursor.bytes.subarray(from, end);
  });
}

/** Texts without what they share with the start of the one before (DELTA_BYTE_ARRAY). */
export function deltaPrefixedTexts(cursor: Cursor, count: number): readonly Uint8Array[] {
  const shared = deltaNumbers(cursor, count);
  const rest = deltaTexts(cursor, count);
  const texts: Uint8Array[] = [];
  let before = new Uint8Array(0);
  let bytes = 0;
  for (let i = 0; i < count; i++) {
    const length = Number(shared[i]);
    bytes += length + rest[i]!.length;
    if (!(length >= 0 && length <= before.length) || bytes > maxTextBytes) {
      throw new ParquetError('a page is damaged: a text repeats more than there is');
    }
    const text = new Uint8Array(length + rest[i]!.length);
    text.set(before.subarray(0, length));
    text.set(rest[i]!, length);
    texts.push(text);
    before = text;
  }
  return texts;
}

function signed(cursor: Cursor): bigint {
  let value = 0n;
  for (let shift = 0n; shift < 70n; shift += 7n) {
    const byte = nextByte(cursor);
    value |= BigInt(byte & 0x7f) << shift;
    if (byte < 0x80) return BigInt.asIntN(64, (value >> 1n) ^ -(value & 1n));
  }
  throw new ParquetError('a page is damaged: a number of more than 64 bits');
}
