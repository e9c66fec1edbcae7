import type { ByteSource } from '../byteSource';
import type { CancelSignal } from '../cancelSignal';
import type { RangePart, ScanPlan } from './scanPlan';
import { ReadWindow, scanRange } from './scanRange';

/** The reading of all data rows of a file, range by range. */
export interface ReadJob {
  readonly source: ByteSource;
  readonly plan: ScanPlan;
  /** Where the first data row starts. */
  readonly from: number;
  readonly signal?: CancelSignal;
  /** Takes the ranges in the order of the file, each starting where the one before ended. */
  readonly deliver: (part: RangePart) => void;
  readonly onBytes?: (bytes: number, rows: number) => void;
}

/** Does a job; rejects with what it cannot read, after delivering what stands before. */
export type ReadColumns = (job: ReadJob) => Promise<void>;

/** Bytes of one range. */
export const rangeSize: number = 8 << 20;

/** Reads the ranges one after the other in this thread. */
export async function readInTurn(job: ReadJob): Promise<void> {
  const window = new ReadWindow(job.source);
  let rows = 0;
  for (let from = job.from; from < job.source.size; ) {
    const range = { from, to: from + rangeSize, aligned: true };
    const rowsBefore = rows;
    const part = await scanRange(window, job.plan, range, {
      ...(job.signal === undefined ? {} : { signal: job.signal }),
      onBytes: (end, more) => job.onBytes?.(end, rowsBefore + more),
    });
    job.deliver(part);
    rows += part.rows;
    if (window.ended && part.end >= window.offset + window.length) return;
    if (job.signal?.aborted === true) return;
    from = part.end;
  }
}
