import type { ByteSource } from '../byteSource';
import { crc32 } from '../crc32';
import { ReadError } from '../readError';
import type { ZipEntry } from './zip';

const pieceBytes = 2 ** 20;
const localHeaderBytes = 30;

/**
 * A member of a zip archive, unpacked as it is read from its start to its end; no read may begin before the last
 * one did. Rejects with a ReadError when the member is damaged or unpacks to another size than it promises.
 */
export async function zipMember(source: ByteSource, entry: ZipEntry): Promise<ByteSource> {
  const { name, size, method } = entry;
  if (method !== 0 && method !== 8) {
    throw new ReadError({ source: source.name }, `"${name}" is packed in a way that is not read`);
  }
  const packed = packedPieces(source, await dataRange(source, entry));
  const pieces = method === 0 ? packed : inflated(source.name, name, packed);
  const member = new Member(source.name, entry, pieces);
  return { name, size, read: (start, end) => member.read(start, end) };
}

interface Range {
  readonly start: number;
  readonly end: number;
}

async function dataRange(source: ByteSource, entry: ZipEntry): Promise<Range> {
  const torn = new ReadError({ source: source.name }, `"${entry.name}" is cut off in the archive`);
  const local = await source.read(entry.offset, entry.offset + localHeaderBytes);
  if (local.length < localHeaderBytes) throw torn;
  const view = new DataView(local.buffer, local.byteOffset, local.byteLength);
  const start =
    entry.offset + localHeaderBytes + view.getUint16(26, true) + view.getUint16(28, true);
  const end = start + entry.compressed;
  if (end > source.size) throw torn;
  return { start, end };
}

async function* packedPieces(
  source: ByteSource,
  { start, end }: Range,
): AsyncGenerator<Uint8Array> {
  for (let at = start; at < end; at += pieceBytes) {
    yield await source.read(at, Math.min(end, at + pieceBytes));
  }
}

async function* inflated(
  source: string,
  name: string,
  packed: AsyncGenerator<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  const stream = new DecompressionStream('deflate-raw');
  const writer = stream.writable.getWriter();
  const reader = stream.readable.getReader();
  const write = async () => {
    for await (const piece of packed) await writer.write(piece);
    await writer.close();
  };
  // A failure of the writer shows in the reader as well, where it is told.
  write().catch(() => undefined);
  try {
    for (;;) {
      const { done, value } = await reader.read().catch(() => {
        throw new ReadError({ source }, `"${name}" is damaged and cannot be unpacked`);
      });
      if (done || value === undefined) return;
      yield value;
    }
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}

/** The bytes of a member that are wanted next; those before are let go. */
class Member {
  readonly #source: string;
  readonly #entry: ZipEntry;
  readonly #pieces: AsyncGenerator<Uint8Array>;
  #kept: Uint8Array[] = [];
  /** Where the kept bytes begin and end. */
  #from = 0;
  #to = 0;
  #checksum = 0;

  constructor(source: string, entry: ZipEntry, pieces: AsyncGenerator<Uint8Array>) {
    this.#source = source;
    this.#entry = entry;
    this.#pieces = pieces;
  }

  async read(start: number, end: number): Promise<Uint8Array> {
    const { size } = this.#entry;
    while (this.#to < Math.min(end, size) && (await this.#pull()));
    if (end >= size) await this.#finish();
    this.#letGo(start);
    const bytes = new Uint8Array(Math.max(0, Math.min(end, this.#to) - start));
    let at = this.#from - start;
    for (const piece of this.#kept) {
      const part = piece.subarray(Math.max(0, -at), Math.max(0, bytes.length - at));
      bytes.set(part, Math.max(0, at));
      at += piece.length;
      if (at >= bytes.length) break;
    }
    return bytes;
  }

  /** False at the end of the member. */
  async #pull(): Promise<boolean> {
    const { name, size } = this.#entry;
    const { done, value } = await this.#pieces.next();
    if (done === true) return false;
    if (this.#to + value.length > size) {
      await this.#pieces.return(undefined);
      throw this.#error(`"${name}" unpacks to more than the ${size} bytes it promises`);
    }
    this.#checksum = crc32(value, this.#checksum);
    this.#kept.push(value);
    this.#to += value.length;
    return true;
  }

  async #finish(): Promise<void> {
    while (await this.#pull());
    const { name, size, checksum } = this.#entry;
    if (this.#to < size) throw this.#error(`"${name}" ends early`);
    if (this.#checksum !== checksum) {
      throw this.#error(`"${name}" is damaged: it does not match its checksum`);
    }
  }

  #letGo(before: number): void {
    let pieces = 0;
    while (pieces < this.#kept.length && this.#from + this.#kept[pieces]!.length <= before) {
      this.#from += this.#kept[pieces]!.length;
      pieces += 1;
    }
    if (pieces > 0) this.#kept = this.#kept.slice(pieces);
  }

  #error(text: string): ReadError {
    return new ReadError({ source: this.#source }, text);
  }
}
