import type { ByteSource } from '../byteSource';
import { bufferSource } from '../byteSource';
import { ReadError } from '../readError';

export type Encoding = 'utf-8' | 'windows-1252' | 'utf-16le' | 'utf-16be';

const utf8 = new TextDecoder('utf-8');
const latin = new TextDecoder('windows-1252');
const inspected = 65_536;

/** What a file's first bytes say about its encoding, and how many of them are a byte order mark. */
export function detectEncoding(
  name: string,
  head: Uint8Array,
): { readonly encoding: Encoding; readonly mark: number } {
  if (head[0] === 0xff && head[1] === 0xfe) return { encoding: 'utf-16le', mark: 2 };
  if (head[0] === 0xfe && head[1] === 0xff) return { encoding: 'utf-16be', mark: 2 };
  const mark = head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf ? 3 : 0;
  const first = head.subarray(0, inspected);
  if (first.includes(0)) return { encoding: wideEncoding(name, first), mark: 0 };
  return { encoding: isUtf8(head) ? 'utf-8' : 'windows-1252', mark };
}

/** A whole text in the encoding that its first megabyte shows. Throws a ReadError when it is no text. */
export function decodeText(name: string, bytes: Uint8Array): string {
  const { encoding } = detectEncoding(name, bytes.subarray(0, 1 << 20));
  return new TextDecoder(encoding).decode(bytes);
}

function countNulls(head: Uint8Array): { readonly even: number; readonly odd: number } {
  let even = 0;
  let odd = 0;
  for (let i = 0; i < head.length; i++) {
    if (head[i] !== 0) continue;
    if (i % 2 === 0) even++;
    else odd++;
  }
  return { even, odd };
}

/** UTF-16 without a mark has a zero in every other byte of plain text; any other zero means no text. */
function wideEncoding(name: string, first: Uint8Array): Encoding {
  const nulls = countNulls(first);
  const half = first.length / 2;
  if (nulls.odd > 0.7 * half && nulls.even < 0.1 * half) return 'utf-16le';
  if (nulls.even > 0.7 * half && nulls.odd < 0.1 * half) return 'utf-16be';
  throw new ReadError({ source: name }, 'this is a binary file, not text');
}

/** True when the bytes are UTF-8; a character cut off at their end is forgiven. */
function isUtf8(bytes: Uint8Array): boolean {
  return !utf8.decode(bytes.subarray(0, Math.max(0, bytes.length - 3))).includes('\ufffd');
}

/** The text of one cell; bytes that are no UTF-8 are read as Latin-1. */
export function decodeCell(bytes: Uint8Array, start: number, end: number): string {
  const short = end - start <= 24 ? asciiText(bytes, start, end) : undefined;
  if (short !== undefined) return short;
  const cell = bytes.subarray(start, end);
  const text = utf8.decode(cell);
  return text.includes('\ufffd') ? latin.decode(cell) : text;
}

function asciiText(bytes: Uint8Array, start: number, end: number): string | undefined {
  let text = '';
  for (let i = start; i < end; i++) {
    const byte = bytes[i]!;
    if (byte >= 0x80) return undefined;
    text += String.fromCharCode(byte);
  }
  return text;
}

/** The largest UTF-16 file that is turned into UTF-8 in memory. */
const largestWide = 1 << 29;

/** A UTF-16 source as one of UTF-8 bytes. */
export async function asUtf8(source: ByteSource, encoding: Encoding): Promise<ByteSource> {
  if (source.size > largestWide) {
    throw new ReadError(
      { source: source.name },
      'a UTF-16 file above 512 MB is not read; saved as UTF-8 it can be of any size',
    );
  }
  const wide = await source.read(0, source.size);
  return bufferSource(source.name, narrowed(wide, encoding === 'utf-16be'));
}

function narrowed(wide: Uint8Array, bigEndian: boolean): Uint8Array {
  const high = bigEndian ? 0 : 1;
  const unit = (at: number) => (wide[at + high]! << 8) | wide[at + 1 - high]!;
  const bytes = new Uint8Array((wide.length >> 1) * 3);
  let length = 0;
  for (let at = 0; at + 1 < wide.length; at += 2) {
    let code = unit(at);
    if (code === 0xfeff && at === 0) continue;
    if (code >= 0xd800 && code < 0xdc00 && at + 3 < wide.length) {
      code = 0x10000 + ((code - 0xd800) << 10) + (unit(at + 2) - 0xdc00);
      at += 2;
    }
    length = writeUtf8(bytes, length, code);
  }
  return bytes.slice(0, length);
}

function writeUtf8(bytes: Uint8Array, at: number, code: number): number {
  let length = at;
  if (code < 0x80) bytes[length++] = code;
  else {
    if (code < 0x800) bytes[length++] = 0xc0 | (code >> 6);
    else {
      if (code < 0x10000) bytes[length++] = 0xe0 | (code >> 12);
      else {
        bytes[length++] = 0xf0 | (code >> 18);
        bytes[length++] = 0x80 | ((code >> 12) & 0x3f);
      }
      bytes[length++] = 0x80 | ((code >> 6) & 0x3f);
    }
    bytes[length++] = 0x80 | (code & 0x3f);
  }
  return length;
}
