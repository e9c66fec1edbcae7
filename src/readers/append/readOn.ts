import { remembered } from '../../shared/remembered';
import type { ByteSource } from '../byteSource';
import { lineFeed } from '../delimited/bytes';
import type { ContinuedFormat } from '../formats';
import type { Table } from '../table';
import { BlockSums, sameBlocks } from './blockSums';
import { concatTables } from './concatTables';
import { delimitedLines } from './delimitedLines';
import { eventRecords } from './eventRecords';
import { jsonLines } from './jsonLines';
import { type Continuation, headSize, type Reading, tailSize } from './reading';

const continuations: Readonly<Record<ContinuedFormat, Continuation>> = {
  csv: delimitedLines,
  tsv: delimitedLines,
  jsonl: jsonLines,
  tfevents: eventRecords,
};
const chunkSize = 8 << 20;
const maxRecord = 64 << 20;
const maxUnfinished = 1 << 20;
/** Bytes that are compared at both ends of what was read, to tell a grown file from another one. */
const compared = 512;

/** True for formats in which a line without a line break may not be written to its end. */
export function isOfLines(format: string): boolean {
  return format !== 'tfevents' && continuationOf(format) !== undefined;
}

function continuationOf(format: string): Continuation | undefined {
  return Object.hasOwn(continuations, format)
    ? continuations[format as ContinuedFormat]
    : undefined;
}

/**
 * Remembers where the reading of a file ended, so that it can be read on when the file has grown; the bytes
 * are looked at when somebody asks. undefined then when it must be read anew: its format, or a last line that
 * may not be whole.
 */
export async function beginReading(
  source: ByteSource,
  table: Table,
  sums: BlockSums = new BlockSums(),
): Promise<() => Reading | undefined> {
  const continuation = continuationOf(table.format);
  const isWhole = table.partial !== true && table.sampled === undefined && table.rows > 0;
  if (continuation === undefined || !isWhole) return () => undefined;
  const end = source.size;
  const head = await source.read(0, Math.min(headSize, end));
  const tail = await source.read(Math.max(0, end - tailSize), end);
  await sums.complete(source, end);
  // Copies: the bytes of a source that is in memory would keep all of it there.
  const ended = { continuation, table, end, head: head.slice(), tail: tail.slice(), sums };
  return () => readingOf(ended);
}

type Ended = Omit<Reading, 'nextLine'> & { readonly continuation: Continuation };

const readingOf: (ended: Ended) => Reading | undefined = remembered(
  ({ continuation, table, end, head, tail, sums }) => {
    if (continuation !== eventRecords && tail.at(-1) !== lineFeed) return undefined;
    const nextLine = continuation.nextLine(table, head, tail);
    return nextLine === undefined
      ? undefined
      : { table, end, nextLine, head, tail: tail.slice(-compared), sums };
  },
);

/** True when the bytes that were read are all as they were. Reads them again. */
export function isUnchanged(source: ByteSource, { sums, end }: Reading): Promise<boolean> {
  return sameBlocks(source, sums, end);
}

/** True when the source still begins and goes on as it did; it may have grown. Reads at most 1 kB. */
export async function continues(source: ByteSource, reading: Reading): Promise<boolean> {
  const { end, head, tail } = reading;
  if (source.size < end) return false;
  const first = await source.read(0, Math.min(compared, head.length));
  const last = await source.read(end - tail.length, end);
  return equal(first, head.subarray(0, compared)) && equal(last, tail);
}

/**
 * Reads the whole lines or records behind the end of a reading, and nothing before it. The same reading when
 * there are none; undefined when the file must be read anew to be read right.
 */
export async function readOn(source: ByteSource, reading: Reading): Promise<Reading | undefined> {
  let grown = reading;
  for (let size = chunkSize; grown.end < source.size; ) {
    const to = Math.min(source.size, grown.end + size);
    const bytes = await source.read(grown.end, to);
    const next = await withBytes(grown, bytes, to === source.size);
    if (next === undefined || size > maxRecord) return undefined;
    if (next.end === grown.end) size *= 2;
    grown = next;
    if (to === source.size) break;
  }
  return grown;
}

/** The table with the last line as it stands, though it may not be written to its end. */
export async function withUnfinishedLine(
  source: ByteSource,
  reading: Reading,
): Promise<Table | undefined> {
  const { format } = reading.table;
  const continuation = continuationOf(format)!;
  if (continuation === eventRecords || source.size - reading.end > maxUnfinished) return undefined;
  const bytes = await source.read(reading.end, source.size);
  const piece = await continuation.piece(reading, headWith(reading, bytes), bytes, true);
  if (piece === undefined || piece.table.rows === 0) return undefined;
  const table = concatTables(reading.table, piece.table, continuation.wordKind);
  return table === undefined ? undefined : { ...table, bytes: source.size };
}

/** undefined also when the last bytes hold a quote that is not closed: what it means, the whole must say. */
async function withBytes(
  reading: Reading,
  bytes: Uint8Array,
  isLast: boolean,
): Promise<Reading | undefined> {
  const continuation = continuationOf(reading.table.format)!;
  const ofLines = isOfLines(reading.table.format);
  const whole = ofLines ? bytes.subarray(0, bytes.lastIndexOf(lineFeed) + 1) : bytes;
  if (whole.length === 0) return reading;
  const head = headWith(reading, whole);
  const piece = await continuation.piece(reading, head, whole, false);
  if (piece === undefined || (ofLines && isLast && piece.used < whole.length)) return undefined;
  if (piece.used === 0) return reading;
  const table = concatTables(
    reading.table,
    { ...piece.table, bytes: piece.used },
    continuation.wordKind,
  );
  if (table === undefined) return undefined;
  return {
    table,
    end: reading.end + piece.used,
    nextLine: reading.nextLine + piece.lines,
    head,
    tail: tailWith(reading.tail, whole.subarray(0, piece.used)),
    sums: reading.sums.with(reading.end, whole.subarray(0, piece.used)),
  };
}

function headWith({ head, end }: Reading, bytes: Uint8Array): Uint8Array {
  const room = headSize - head.length;
  return end > head.length || room <= 0 ? head : joined(head, bytes.subarray(0, room));
}

function tailWith(tail: Uint8Array, bytes: Uint8Array): Uint8Array {
  return joined(tail, bytes.subarray(-compared)).slice(-compared);
}

function joined(a: Uint8Array, b: Uint8Array): Uint8Array {
  const both = new Uint8Array(a.length + b.length);
  both.set(a);
  both.set(b, a.length);
  return both;
}

function equal(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, i) => byte === b[i]);
}
