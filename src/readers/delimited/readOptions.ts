import type { CancelSignal } from '../cancelSignal';
import type { Table } from '../table';
import type { ReadColumns } from './readJob';

/** How much of a large file is needed, and who wants to know how far the reading is. */
export interface ReadOptions {
  /**
   * Asked with the first rows and all columns of a file above 8 MB: the names of the columns to read. Small
   * files are read with all columns.
   */
  readonly needed?: (preview: Table) => readonly string[];
  /** Ends the reading early; the table is then `partial`. */
  /** Bytes of columns to keep; of a large file that needs more, a uniform sample of the rows is kept. */
  readonly memoryBudget?: number;
  readonly signal?: CancelSignal;
  readonly onProgress?: (bytes: number, rows: number) => void;
  /** Called with the rows of a large file so far, at growing intervals. */
  readonly onPartial?: (table: Table) => void;
  /** Reads the rows of a large file; by default one range after the other in this thread. */
  readonly readColumns?: ReadColumns;
}
