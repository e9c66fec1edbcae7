import { countBreaks, isLineBreak } from '../delimited/bytes';
import { cellValue } from '../delimited/cellValue';
import type { Dialect } from '../delimited/dialect';
import { columnNames } from '../delimited/headerRow';
import { type HeadRecord, headRecords } from '../delimited/headRecords';
import { sniff } from '../delimited/sniff';
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
 * line that shares a name with the table's columns, or has words alone above numbers, is a header of its own; any
 * other is a row. Throws OtherWriting for other columns or another separator.
 */
export function bodyOf(name: string, head: Uint8Array, lead: Lead): Body {
  const mark = markOf(name, head);
  const text = head.subarray(mark);
  const { dialect, top } = lead;
  const isSame = top.length > 0 && top.every((byte, i) => text[i] === byte);
  if (isSame && isLineBreak(top.at(-1))) return { from: mark + top.length, line: dialect.line };
  const [first, second] = headRecords(text, dialect.separator, 0, 2);
  if (first !== undefined && sameNames(columnNames(first.cells), dialect.names)) {
    const line = first.line + countBreaks(text, first.start, first.next);
    return { from: mark + first.next, line };
  }
  const isRow = first?.cells.length === dialect.names.length && !isHeader(first, second, dialect);
  return isRow ? { from: mark, line: 1 } : belowOwnTop(name, text, mark, dialect);
}

/** Of a part with remarks or a title of its own above the same header. */
function belowOwnTop(
  name: string,
  text: Uint8Array,
  mark: number,
  { names, separator }: Dialect,
): Body {
  const own = sniff(name, text);
  const isSame = own.separator === separator && sameNames(own.names, names);
  if (!isSame) throw new OtherWriting(name);
  return { from: mark + own.start, line: own.line };
}

function isHeader(
  { cells }: HeadRecord,
  below: HeadRecord | undefined,
  { names, header }: Dialect,
): boolean {
  if (header.length > 0 && cells.some(cell => names.includes(cell))) return true;
  const areWords = cells.every(cell => cellValue(cell, false).kind === 'word' || cell === '');
  return areWords && below?.cells.some(cell => cellValue(cell, false).kind === 'number') === true;
}

/** The byte order mark; texts of two bytes a character are not put together byte by byte. */
function markOf(name: string, head: Uint8Array): number {
  const { encoding, mark } = detectEncoding(name, head);
  if (encoding === 'utf-16le' || encoding === 'utf-16be') throw new OtherWriting(name);
  return mark;
}

function sameNames(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((name, i) => name === b[i]);
}
