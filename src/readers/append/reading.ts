import type { Table } from '../table';
import type { BlockSums } from './blockSums';

/** What has been read of a file that may grow, and what is needed to read on where it ended. */
export interface Reading {
  /** All whole lines or records so far. */
  readonly table: Table;
  /** Offset behind the last of them. */
  readonly end: number;
  /** 1-based line that starts at `end`. */
  readonly nextLine: number;
  /** The first bytes of the file, at most `headSize`. */
  readonly head: Uint8Array;
  /** The last bytes before `end`, at most `tailSize`. */
  readonly tail: Uint8Array;
  /** Checksums of everything up to `end`. */
  readonly sums: BlockSums;
}

/** Bytes that tell how a file is written. */
export const headSize: number = 65_536;
/** Bytes in which the last row of a table stands whole. */
export const tailSize: number = 16_384;

/** The added part of a file as a table of its own. */
export interface Piece {
  readonly table: Table;
  /** Bytes that were used: whole lines or records. */
  readonly used: number;
  /** Line breaks in them. */
  readonly lines: number;
}

/** How files of one format are read on. */
export interface Continuation {
  /** The line behind a table that ends where `tail` ends; undefined when the file cannot be read on. */
  nextLine(table: Table, head: Uint8Array, tail: Uint8Array): number | undefined;
  /**
   * The rows in `bytes`, which stand at `reading.end`; `head` is the head as it is now. With `final` the
   * bytes end within a line that is taken as it is. undefined when there is something in them that only
   * makes sense together with the rest.
   */
  piece(
    reading: Reading,
    head: Uint8Array,
    bytes: Uint8Array,
    final: boolean,
  ): Promise<Piece | undefined> | Piece | undefined;
  readonly wordKind: (
    labels: readonly string[],
    filled: number,
  ) => Table['columns'][number]['kind'];
}
