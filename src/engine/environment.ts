import type { ByteSource } from '../readers/byteSource';
import type { ReadColumns } from '../readers/delimited/readJob';
import type { Unpack } from '../readers/packing/unpack';

/** A source that holds something open until it is closed. */
export interface OpenSource extends ByteSource {
  /** When it was last written, in any unit, where that is known. */
  readonly modified?: number;
  close(): Promise<void>;
}

/** What the engine needs of the place it runs in: files on the desktop, nothing in a browser. */
export interface Environment {
  /** Rejects with a ReadError when the file cannot be opened. */
  openFile(path: string, name: string): Promise<OpenSource>;
  /** Reads the rows of a large file, or of several that say where they lie, with more than one thread. */
  readColumns?(path?: string): ReadColumns;
  /** Unpacks compressed files. */
  readonly unpack?: Unpack;
}
