import type { ByteSource } from '../byteSource';
import type { Packing } from '../formats';

/**
 * The bytes that are packed in a source, piece by piece and no faster than they are taken. Rejects with a
 * TornPacking where the packed bytes end too early, with any other error where they are damaged.
 */
export type Unpack = (source: ByteSource, packing: Packing) => AsyncIterable<Uint8Array>;

/** Something is odd at the end of the packed bytes: all that came before is as it was packed. */
export class TornPacking extends Error {
  override readonly name = 'TornPacking';
  /** True when what was packed does not end there. */
  readonly isCut: boolean;

  constructor(message: string, isCut: boolean) {
    super(message);
    this.isCut = isCut;
  }
}

/** By its name: the bundles of the engine have a class each. */
export function isTornPacking(error: unknown): error is TornPacking {
  return error instanceof Error && error.name === 'TornPacking';
}

const pieceSize = 1 << 20;

/** The bytes of a source as they stand, piece by piece. */
export async function* piecesOf(source: ByteSource): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < source.size; ) {
    const bytes = await source.read(at, Math.min(at + pieceSize, source.size));
    if (bytes.length === 0) return;
    at += bytes.length;
    yield bytes;
  }
}
