import { ParquetError } from './parquetError';

/** Where the next byte is taken from. */
export interface Cursor {
  readonly bytes: Uint8Array;
  at: number;
}

const damaged = 'a page is damaged: its runs do not fill it';

/**
 * `count` small whole numbers of `width` bits, written as runs of one value and packed groups of eight. Runs that
 * are longer than what is left are cut; throws a ParquetError when the bytes end early.
 */
export function hybridNumbers(cursor: Cursor, width: number, count: number): Int32Array {
  if (width > 32) throw new ParquetError(damaged);
  const numbers = new Int32Array(count);
  let filled = 0;
  while (filled < count) {
    const header = smallVarint(cursor);
    const isPacked = header % 2 === 1;
    const length = isPacked ? 8 * Math.floor(header / 2) : Math.floor(header / 2);
    const end = Math.min(count, filled + length);
    if (isPacked) unpack(cursor, width, numbers.subarray(filled, end), length);
    else numbers.fill(littleEndian(cursor, Math.ceil(width / 8)), filled, end);
    filled = end;
  }
  return numbers;
}

/** Groups at the end of a page may be cut off behind the values that are needed. */
function unpack(cursor: Cursor, width: number, numbers: Int32Array, length: number): void {
  const { bytes, at } = cursor;
  if (at + Math.ceil((numbers.length * width) / 8) > bytes.length) throw new ParquetError(damaged);
  let bit = 0;
  for (let i = 0; i < numbers.length; i++) {
    let value = 0;
    for (let taken = 0; taken < width; ) {
      const from = (bit + taken) & 7;
      const part = Math.min(8 - from, width - taken);
      const byte = bytes[at + ((bit + taken) >>> 3)]! >>> from;
      value |= (byte & ((1 << part) - 1)) << taken;
      taken += part;
    }
    numbers[i] = value;
    bit += width;
  }
  cursor.at = Math.min(bytes.length, at + Math.ceil((length * width) / 8));
}

function littleEndian(cursor: Cursor, size: number): number {
  let value = 0;
  for (let i = 0; i < size; i++) value |= nextByte(cursor) << (8 * i);
  return value;
}

/** A whole number of at most 32 bits. */
export function smallVarint(cursor: Cursor): number {
  let value = 0;
  for (let shift = 0; shift < 35; shift += 7) {
    const byte = nextByte(cursor);
    value += (byte & 0x7f) * 2 ** shift;
    if (byte < 0x80) return value;
  }
  throw new ParquetError(damaged);
}

export function nextByte(cursor: Cursor): number {
  const byte = cursor.bytes[cursor.at];
  if (byte === undefined) throw new ParquetError(damaged);
  cursor.at += 1;
  return byte;
}
