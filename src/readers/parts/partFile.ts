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
  /** Where other threads find it, when it can be read there as it is. */
  readonly path?: string;
  /** What was wrong with it, as far as it was read. */
  readonly problem?: Problem | undefined;
  close(): Promise<void>;
}
