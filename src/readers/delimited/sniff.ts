import { plural } from '../../shared/text';
import { ReadError } from '../readError';
import { afterBreak, countBreaks, isLineBreak } from './bytes';
import { decimalCommas } from './decimalComma';
import type { Dialect } from './dialect';
import { columnNames, isHeader, isPlainHeader } from './headerRow';
import { type HeadRecord, headRecords } from './headRecords';
import { detectSeparator, usualWidth } from './separators';
import { splitRecord } from './splitRecord';
import { decodeCell } from './textCoding';

const hash = 0x23;
const sampled = 200;
const separatorsOfHeaders: readonly number[] = [0x2c, 0x09, 0x3b, 0x7c];

/**
 * Finds out how a delimited text is written from its first bytes.
 * Throws a ReadError when there is nothing but blank lines and remarks.
 */
export function sniff(name: string, head: Uint8Array): Dialect {
  const remarks = leadingRemarks(head);
  const separator = detectSeparator(head, remarks.end);
  const records = headRecords(head, separator, remarks.end, sampled);
  if (records.length === 0) throw new ReadError({ source: name }, 'the file is empty');
  const width = usualWidth(records.map(record => record.cells.length));
  const first = firstOfTable(records, width, separator);
  const table = records.slice(first);
  const named = namesOf(head, table, width, separator) ?? {
    ...withoutHeader(head, table, width, separator, remarks.last),
  };
  return {
    separator,
    comment: remarks.end > 0 ? hash : -1,
    names: columnNames(named.names),
    start: named.data.start,
    line: named.data.line,
    header: named.header,
    decimalComma: named.decimalComma,
    remarks: first > 0 ? [`${plural(first, 'line')} above the table not read`] : [],
  };
}

interface Naming {
  readonly names: readonly string[];
  readonly header: Uint8Array;
  readonly decimalComma: readonly boolean[];
  readonly data: { readonly start: number; readonly line: number };
}

/** The lines that start with # at the top, and where the table can start. */
function leadingRemarks(head: Uint8Array): { readonly end: number; readonly last: string } {
  let end = 0;
  let last = '';
  for (let at = 0; at < head.length && (head[at] === hash || isLineBreak(head[at])); ) {
    let stop = at;
    while (stop < head.length && !isLineBreak(head[stop])) stop++;
    if (stop > at) {
      last = decodeCell(head, at + 1, stop).trim();
      end = afterBreak(head, stop);
    }
    at = afterBreak(head, stop);
  }
  return { end: Math.min(end, head.length), last };
}

/** The first record with at least half of the usual cells filled; titles and blank rows stand above it. */
function firstOfTable(records: readonly HeadRecord[], width: number, separator: number): number {
  if (width < 2) return 0;
  const filled = records.map(({ cells }) => filledCells(cells, width));
  const usual = usualWidth(filled);
  const enough = Math.min(usual, Math.max(2, width / 2));
  const separate = records.findIndex((record, i) => {
    const alone = record.cells.length === 1 && namesApart(record, width) !== undefined;
    return (
      (alone && !isAboveHeader(records.slice(i + 1), width, separator)) || filled[i]! >= enough
    );
  });
  return Math.max(0, separate);
}

/** True for a title with as many commas as the table has separators, when the names stand below it. */
function isAboveHeader(
  [next, ...rows]: readonly HeadRecord[],
  width: number,
  separator: number,
): boolean {
  if (next?.cells.length !== width) return false;
  const below = rows.map(({ cells }) => cells);
  return isPlainHeader(next.cells, below, decimalCommas(below, width, separator));
}

/** Filled cells; the empty name above an index column counts as one. */
function filledCells(cells: readonly string[], width: number): number {
  const filled = cells.filter(cell => cell !== '').length;
  const isIndexed = cells.length === width && cells[0] === '' && filled === width - 1;
  return isIndexed ? width : filled;
}

/** The names of a header line that is cut by another separator than the rows. */
function namesApart(record: HeadRecord, width: number): readonly string[] | undefined {
  const line = record.cells.join('');
  const bytes = Uint8Array.from(line, char => Math.min(char.charCodeAt(0), 0xff));
  return separatorsOfHeaders
    .map(separator => splitRecord(bytes, 0, bytes.length, separator).cells)
    .find(cells => cells.length === width);
}

function namesOf(
  head: Uint8Array,
  table: readonly HeadRecord[],
  width: number,
  separator: number,
): Naming | undefined {
  const top = table[0]!;
  const apart = width > 1 && top.cells.length === 1 ? namesApart(top, width) : undefined;
  const rows = table.slice(1).map(record => record.cells);
  const decimalComma = decimalCommas(rows, Math.max(width, top.cells.length), separator);
  const given = apart ?? top.cells;
  const shifted = rowsAreOneLonger(given, rows);
  const cells = shifted ? ['', ...given] : given;
  if (!isHeader(cells, rows, decimalComma)) return undefined;
  return {
    names: cells,
    header: head.slice(top.start, top.end),
    decimalComma: decimalComma.slice(0, cells.length),
    data: { start: top.next, line: top.line + countBreaks(head, top.start, top.next) },
  };
}

/** R writes the names of its rows without a name above them. */
function rowsAreOneLonger(names: readonly string[], rows: readonly (readonly string[])[]): boolean {
  return (
    names.length > 1 &&
    rows.length > 0 &&
    rows.every(row => row.length === names.length + 1) &&
    rows.some(row => row.at(-1) !== '')
  );
}

/** Names from the last remark above the table when it has as many, else `column 1`, `column 2`, ... */
function withoutHeader(
  head: Uint8Array,
  table: readonly HeadRecord[],
  width: number,
  separator: number,
  remark: string,
): Naming {
  const top = table[0]!;
  const bytes = Uint8Array.from(remark, char => Math.min(char.charCodeAt(0), 0xff));
  const remarked = splitRecord(bytes, 0, bytes.length, separator).cells;
  const numbered = Array.from({ length: width }, (_, i) => `column ${i + 1}`);
  return {
    names: remark !== '' && remarked.length === width ? remarked : numbered,
    header: head.slice(0, 0),
    decimalComma: decimalCommas(
      table.map(record => record.cells),
      width,
      separator,
    ),
    data: { start: top.start, line: top.line },
  };
}

/** What is said of a table without rows. */
export function headerOnly(name: string): ReadError {
  return new ReadError({ source: name }, 'there is a header but no row below it');
}
