import { bufferSource } from '../readers/byteSource';
import { packingOf } from '../readers/packing/packingOf';
import { UnpackedSource } from '../readers/packing/unpackedSource';
import type { OpenPart } from '../readers/parts/partFile';
import { ReadError } from '../readers/readError';
import type { SourceRef } from './engine';
import type { Environment, OpenSource } from './environment';

/** Of what is packed so much is unpacked at once: whether it ends before says how it is read. */
const lookedAhead = (8 << 20) + 1;

export type StoredRef = Exclude<SourceRef, { kind: 'text' }>;

/** Opens a file or bytes as they are stored; the caller closes it. */
export async function openSource(ref: StoredRef, environment: Environment): Promise<OpenSource> {
  if (ref.kind === 'file') return environment.openFile(ref.path, ref.name);
  return { ...bufferSource(ref.name, ref.bytes), close: () => Promise.resolve() };
}

/** Opens a file or bytes as they are meant, unpacked where they are packed; the caller closes it. */
export async function openPart(ref: StoredRef, environment: Environment): Promise<OpenPart> {
  const stored = await openSource(ref, environment);
  try {
    const known = await withHead(stored);
    const packed = await unpacked(known, environment);
    return packed === undefined ? plain(known, ref) : new PackedPart(packed, known);
  } catch (error) {
    await stored.close();
    throw error;
  }
}

/** Of many small files each is read once: how it is packed and written, and its rows, are all seen in its head. */
const headSize = 1 << 16;

/** The same source, its first bytes read already. */
async function withHead(source: OpenSource): Promise<OpenSource> {
  const head = await source.read(0, Math.min(source.size, headSize));
  const { readInto } = source;
  return {
    ...source,
    read: (start, end) =>
      end <= head.length ? Promise.resolve(head.subarray(start, end)) : source.read(start, end),
    ...(readInto === undefined
      ? {}
      : {
          readInto: (target, start) => {
            if (start + target.length > head.length) return readInto(target, start);
            target.set(head.subarray(start, start + target.length));
            return Promise.resolve(target.length);
          },
        }),
  };
}

/** What is packed in a source; undefined for one that is not packed. Throws a ReadError for other archives. */
export async function unpacked(
  stored: OpenSource,
  { unpack }: Environment,
): Promise<UnpackedSource | undefined> {
  const head = await stored.read(0, Math.min(stored.size, 16));
  const packing = packingOf(stored.name, head);
  if (packing === null) return undefined;
  if (unpack === undefined)
    throw new ReadError({ source: stored.name }, 'packed files cannot be unpacked here');
  const source = new UnpackedSource(stored, packing, unpack);
  await source.reach(lookedAhead);
  return source;
}

function plain(stored: OpenSource, ref: StoredRef): OpenPart {
  return {
    ...stored,
    fileSize: stored.size,
    ...(ref.kind === 'file' ? { path: ref.path } : {}),
  };
}

/** Its size is known at the end only, so it is no copy. */
class PackedPart implements OpenPart {
  readonly fileSize: number;
  readonly modified?: number;
  readonly #source: UnpackedSource;
  readonly #stored: OpenSource;

  constructor(source: UnpackedSource, stored: OpenSource) {
    this.#source = source;
    this.#stored = stored;
    this.fileSize = stored.size;
    if (stored.modified !== undefined) this.modified = stored.modified;
  }

  get name(): string {
    return this.#source.name;
  }

  get size(): number {
    return this.#source.size;
  }

  get problem(): OpenPart['problem'] {
    return this.#source.problem;
  }

  read(start: number, end: number): Promise<Uint8Array> {
    return this.#source.read(start, end);
  }

  readInto(target: Uint8Array, start: number): Promise<number> {
    return this.#source.readInto(target, start);
  }

  /** Everything in it, as long as it is not more than so many bytes. */
  whole(most: number): Promise<Uint8Array> {
    return this.#source.whole(most);
  }

  async close(): Promise<void> {
    await this.#source.close();
    await this.#stored.close();
  }
}
