import type { ByteSource } from '../byteSource';
import type { Table } from '../table';
import { withLastBreak } from './bytes';
import { readLarge } from './readLarge';
import type { ReadOptions } from './readOptions';
import { headerOnly, sniff } from './sniff';
import { asUtf8, detectEncoding } from './textCoding';
import { wholeTable } from './wholeTable';

/** Files up to this size are kept in memory whole and read with all columns. */
const wholeSize = 8 << 20;
const previewSize = 1 << 20;

/**
 * Reads comma, tab, semicolon, pipe or blank separated text of any size. Rejects with a ReadError when there
 * is no table in it.
 */
export async function readDelimited(source: ByteSource, options: ReadOptions = {}): Promise<Table> {
  const large = source.size > wholeSize;
  const head = await source.read(0, large ? previewSize : source.size);
  const { encoding, mark } = detectEncoding(source.name, head);
  if (encoding === 'utf-16le' || encoding === 'utf-16be') {
    const { fileRows: _, ...table } = await readDelimited(await asUtf8(source, encoding), options);
    return { ...table, bytes: source.size };
  }
  if (large) return readLarge(source, head.subarray(mark), mark, options);
  const bytes = withLastBreak(head.subarray(mark));
  const { table } = wholeTable(source.name, sniff(source.name, bytes), bytes, true);
  if (table.rows === 0) throw headerOnly(source.name);
  options.onProgress?.(source.size, table.rows);
  return { ...table, bytes: source.size };
}
