import type { ByteSource } from '../byteSource';
import type { Problem } from '../table';

/** One of several files that hold the rows of one table. */
export interface PartFile {
  readonly name: string;
  /** Rejects with a ReadError when it cannot be opened. */
  open(): Promise<OpenPart>;
}

/** The bytes of a part as they are meant, unpacked where it is packed. */
export interface OpenPart extends ByteSource {
  /** Bytes of the file itself. */
  readonly fileSize: number;
  /** When it was last written, in any unit, where that is known. */
  readonly modified?: number;
  /** Where other threads find it, when it can be read there as it is. */
  readonly path?: string;
  /** What was wrong with it, as far as it was read. */
  readonly problem?: Problem | undefined;
  /** Everything in a packed one; rejects with a ReadError when it is more than so many bytes. */
  whole?(most: number): Promise<Uint8Array>;
  close(): Promise<void>;
}
