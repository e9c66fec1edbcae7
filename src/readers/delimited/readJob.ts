import type { ByteSource } from '../byteSource';
import type { CancelSignal } from '../cancelSignal';
import type { RangePart, ScanPlan } from './scanPlan';
import { ReadWindow, scanRange } from './scanRange';

/** The reading of all data rows of a file, or of files one behind the other, range by range. */
export interface ReadJob {
  readonly source: ByteSource;
  readonly plan: ScanPlan;
  /** Where the first data row starts. */
  readonly from: number;
  readonly signal?: CancelSignal;
  /** Takes the ranges in the order of the file, each starting where the one before ended. */
  readonly deliver: (part: RangePart) => void;
  readonly onBytes?: (bytes: number, rows: number) => void;
  /** Where the rows stand in several files; the source has them one behind the other from `from` on. */
  readonly stretches?: () => AsyncIterable<Stretch>;
  /** Called before the first rows of a file are delivered, with where they start in the source. */
  readonly onStretch?: (index: number, at: number) => void;
}

/** The data rows of one file. */
export interface Stretch {
  readonly source: ByteSource;
  /** Where its first data row starts. */
  readonly from: number;
  /** Where other threads find it, when it can be read there as it is. */
  readonly path?: string;
  /** Opens it once more: the source of a stretch is closed when the next one is asked for. */
  readonly reopen?: () => Promise<OpenStretch>;
}

export interface OpenStretch {
  readonly source: ByteSource;
  close(): Promise<void>;
}

/** Does a job; rejects with what it cannot read, after delivering what stands before. */
export type ReadColumns = (job: ReadJob) => Promise<void>;

/** Bytes of one range. */
export const rangeSize: number = 8 << 20;

/** The files of a job in their order. */
async function* stretchesOf(job: ReadJob): AsyncGenerator<Stretch> {
  if (job.stretches === undefined) yield { source: job.source, from: job.from };
  else yield* job.stretches();
}

/** Reads the ranges one after the other in this thread. */
export async function readInTurn(job: ReadJob): Promise<void> {
  const window = new ReadWindow(job.source);
  const done = { at: job.from, rows: 0 };
  let index = 0;
  for await (const stretch of stretchesOf(job)) {
    job.onStretch?.(index++, done.at);
    window.turnTo(stretch.source);
    await readStretch(job, stretch, window, done);
    if (job.signal?.aborted === true) return;
  }
}

/** What was delivered so far: where it ends in the job's source, and how many rows it is. */
interface Done {
  at: number;
  rows: number;
}

async function readStretch(
  job: ReadJob,
  { source, from }: Stretch,
  window: ReadWindow,
  done: Done,
): Promise<void> {
  const shift = done.at - from;
  for (let at = from; at < source.size; ) {
    const range = { from: at, to: Math.min(at + rangeSize, source.size), aligned: true };
    const rowsBefore = done.rows;
    const part = await scanRange(window, job.plan, range, {
      ...(job.signal === undefined ? {} : { signal: job.signal }),
      onBytes: (end, more) => job.onBytes?.(end + shift, rowsBefore + more),
    });
    job.deliver(shifted(part, shift));
    done.rows += part.rows;
    at = part.end;
    done.at = at + shift;
    if (window.ended && at >= window.offset + window.length) return;
    if (job.signal?.aborted === true) return;
  }
}

/** A part of a file as it stands in the job's source. */
export function shifted(part: RangePart, shift: number): RangePart {
  return shift === 0 ? part : { ...part, start: part.start + shift, end: part.end + shift };
}
