import type { ByteSource } from '../byteSource';
import { ReadError } from '../readError';

/** One member of a zip archive. */
export interface ZipEntry {
  readonly name: string;
  readonly compressed: number;
  readonly size: number;
  /** 0: stored. 8: deflated. */
  readonly method: number;
  /** Where the local header begins. */
  readonly offset: number;
  /** CRC-32 of the unpacked bytes. */
  readonly checksum: number;
}

const endMark = 0x06054b50;
const centralMark = 0x02014b50;
const zip64EndMark = 0x06064b50;
const zip64LocatorMark = 0x07064b50;
const maxEnd = 65_557;
const limit32 = 0xffffffff;

/** The members of a zip archive by its central directory. Rejects with a ReadError when it is torn. */
export async function zipEntries(source: ByteSource): Promise<readonly ZipEntry[]> {
  const { start, end } = await directoryRange(source);
  const bytes = await source.read(start, end);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const entries: ZipEntry[] = [];
  for (let at = 0; at + 46 <= bytes.length && view.getUint32(at, true) === centralMark; ) {
    const nameLength = view.getUint16(at + 28, true);
    const extraLength = view.getUint16(at + 30, true);
    const name = new TextDecoder('utf-8').decode(bytes.subarray(at + 46, at + 46 + nameLength));
    entries.push(entryAt(view, at, name, at + 46 + nameLength, extraLength));
    at += 46 + nameLength + extraLength + view.getUint16(at + 32, true);
  }
  return entries;
}

async function directoryRange(source: ByteSource): Promise<{ start: number; end: number }> {
  const tailStart = Math.max(0, source.size - maxEnd);
  const bytes = await source.read(tailStart, source.size);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = bytes.length - 22; at >= 0; at--) {
    if (view.getUint32(at, true) !== endMark) continue;
    const start = view.getUint32(at + 16, true);
    const end = start + view.getUint32(at + 12, true);
    const range = start === limit32 ? await zip64Range(source, view, at - 20) : { start, end };
    if (range.end <= source.size) return range;
    break;
  }
  throw torn(source.name);
}

async function zip64Range(
  source: ByteSource,
  tail: DataView,
  locator: number,
): Promise<{ start: number; end: number }> {
  if (locator < 0 || tail.getUint32(locator, true) !== zip64LocatorMark) throw torn(source.name);
  const at = Number(tail.getBigUint64(locator + 8, true));
  const bytes = await source.read(at, at + 56);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 56 || view.getUint32(0, true) !== zip64EndMark) throw torn(source.name);
  const start = Number(view.getBigUint64(48, true));
  return { start, end: start + Number(view.getBigUint64(40, true)) };
}

/** Sizes of 4 GB and more stand in the extra field, in the order size, compressed, offset. */
function entryAt(
  view: DataView,
  at: number,
  name: string,
  extra: number,
  extraLength: number,
): ZipEntry {
  let long = -1;
  const end = Math.min(extra + extraLength, view.byteLength);
  for (let e = extra; e + 4 <= end; e += 4 + view.getUint16(e + 2, true)) {
    if (view.getUint16(e, true) === 1) long = e + 4;
  }
  const field = (position: number): number => {
    const value = view.getUint32(at + position, true);
    if (value !== limit32 || long < 0 || long + 8 > view.byteLength) return value;
    long += 8;
    return Number(view.getBigUint64(long - 8, true));
  };
  const size = field(24);
  const compressed = field(20);
  return {
    name,
    size,
    compressed,
    offset: field(42),
    method: view.getUint16(at + 10, true),
    checksum: view.getUint32(at + 16, true),
  };
}

function torn(source: string): ReadError {
  return new ReadError(
    { source },
    'the archive is cut off or damaged: its directory cannot be found',
  );
}
