import { readLarge } from '../delimited/readLarge';
import type { ReadOptions } from '../delimited/readOptions';
import { headerOnly, sniff } from '../delimited/sniff';
import { wholeTable } from '../delimited/wholeTable';
import { ReadError } from '../readError';
import type { Table } from '../table';
import type { PartFile } from './partFile';
import { type Head, RowsOfParts } from './rowsOfParts';
import { inParts } from './tablePart';

/** Parts that are not longer together are kept in memory whole and read with all columns. */
const wholeSize = 8 << 20;
const previewSize = 1 << 20;

/**
 * Reads delimited files one behind the other as one table: the same cells, kinds and rows as if they stood in
 * one file. Rejects with OtherWriting when one of them is written in another way, with a ReadError when there is
 * no table in them. A part that is empty, or cannot be read, is left out and told.
 */
export async function readDelimitedParts(
  name: string,
  files: readonly PartFile[],
  options: ReadOptions = {},
): Promise<Table> {
  const rows = new RowsOfParts(name, files);
  const head = await rows.head(wholeSize);
  if (rows.lead === undefined) throw new ReadError({ source: name }, 'all of its parts are empty');
  const table = head.ended ? whole(name, rows, head) : await large(rows, head.bytes, options);
  if (table.rows === 0 && table.partial !== true) throw headerOnly(name);
  return inParts({ ...table, bytes: rows.bytes }, rows.parts(table), rows.problems, rows);
}

function whole(name: string, rows: RowsOfParts, { bytes, ends }: Head): Table {
  const begin = (index: number, row: number, line: number) => rows.begin(index, row, line);
  const { table } = wholeTable(name, sniff(name, bytes), bytes, true, { ends, begin });
  return table;
}

function large(rows: RowsOfParts, bytes: Uint8Array, options: ReadOptions): Promise<Table> {
  return readLarge(rows, bytes.subarray(0, previewSize), rows.lead?.mark ?? 0, options, {
    stretches: () => rows.stretches(),
    begin: (index, row, line, at) => rows.begin(index, row, line, at),
  });
}
