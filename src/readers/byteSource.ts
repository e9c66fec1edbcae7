/** The place of a block in its file, counted in blocks, and the checksum of its bytes. */
export type BlockSum = readonly [block: number, sum: number];

/** Bytes that can be read piece by piece: a file, a download, a buffer. */
export interface ByteSource {
  /** File name without folders, for messages and for names of series and models. */
  readonly name: string;
  /** Bytes at the time of opening. */
  readonly size: number;
  /** Bytes [start, end), fewer when the source has shrunk. Rejects when reading fails. */
  read(start: number, end: number): Promise<Uint8Array>;
  /** Fills `target` with the bytes from `start` on, for readers that use one buffer again and again. */
  readInto?(target: Uint8Array, start: number): Promise<number>;
  /** Takes the checksums of blocks that somebody else has read of the same file. */
  takeSums?(sums: readonly BlockSum[]): void;
}

/** A source over bytes that are in memory already. */
export function bufferSource(name: string, bytes: Uint8Array): ByteSource {
  return {
    name,
    size: bytes.length,
    read: (start, end) => Promise.resolve(bytes.subarray(start, end)),
  };
}
