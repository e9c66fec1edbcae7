import { isLineBreak } from '../delimited/bytes';
import { cellValue } from '../delimited/cellValue';
import type { Dialect } from '../delimited/dialect';
import { sniff } from '../delimited/sniff';
import { splitRecord } from '../delimited/splitRecord';
import { detectEncoding } from '../delimited/textCoding';

/** Thrown where a part is written in another way than the first one: such parts become one table cell by cell. */
export class OtherWriting extends Error {
  override readonly name = 'OtherWriting';
}

/** Where the rows of a part begin: the byte, and its 1-based line. */
export interface Body {
  readonly from: number;
  readonly line: number;
}

/** How the first part is written, and the bytes of its header with all that stands above. */
export interface Lead {
  readonly dialect: Dialect;
  readonly top: Uint8Array;
  readonly mark: number;
}

/** `head` are the first bytes of a part that has some. */
export function leadOf(name: string, head: Uint8Array): Lead {
  const mark = markOf(name, head);
  const dialect = sniff(name, head.subarray(mark));
  return { dialect, mark, top: head.slice(mark, mark + dialect.start) };
}

/**
 * Where the rows of a further part begin: behind a header that repeats the first part's, else at its top. A first
 * line that shares a name with the table's columns is a header of its own; any other is a row.
 */
export function bodyOf(name: string, head: Uint8Array, lead: Lead): Body {
  const mark = markOf(name, head);
  const text = head.subarray(mark);
  const { dialect, top } = lead;
  const isSame = top.length > 0 && top.every((byte, i) => text[i] === byte);
  if (isSame && isLineBreak(top[top.length - 1])) return { from: mark + top.length, line: dialect.line };
  const own = sniff(name, text);
  const isHeader =
    own.header.length > 0 &&
    (own.names.some(one => dialect.names.includes(one)) || hasNumbers(text, own));
  if (isHeader && !sameNames(own, dialect)) throw new OtherWriting(name);
  if (own.separator !== dialect.separator || own.names.length !== dialect.names.length)
    throw new OtherWriting(name);
  if (isHeader) return { from: mark + own.start, line: own.line };
  return { from: mark, line: 1 };
}

/** Whether the first row below a header holds a number: then what stands above it are names. */
function hasNumbers(bytes: Uint8Array, { start, separator }: Dialect): boolean {
  if (start >= bytes.length) return false;
  const { cells } = splitRecord(bytes, start, bytes.length, separator);
  return cells.some(cell => cellValue(cell, false).kind === 'number');
}

/** The byte order mark; texts of two bytes a character are not put together byte by byte. */
function markOf(name: string, head: Uint8Array): number {
  const { encoding, mark } = detectEncoding(name, head);
  if (encoding === 'utf-16le' || encoding === 'utf-16be') throw new OtherWriting(name);
  return mark;
}

function sameNames(a: Dialect, b: Dialect): boolean {
  return a.names.length === b.names.length && a.names.every((name, i) => name === b.names[i]);
}
