import {
  type ReadColumns,
  type ReadJob,
  rangeSize,
  readInTurn,
} from '../../readers/delimited/readJob';
import type { RangePart, ScanRange } from '../../readers/delimited/scanPlan';
import { ReadWindow, scanRange } from '../../readers/delimited/scanRange';
import type { RangeCrew } from './rangeCrew';

/** Below this a second thread takes longer to start than it saves. */
const worthwhile = 50 << 20;

export interface WorkerOptions {
  /** The bundle of rangeWorker. */
  readonly workerPath: string;
  /** The file that the job's source reads. */
  readonly path: string;
  /** Threads that read, this one included. */
  readonly threads: number;
  readonly rangeSize?: number;
  readonly worthwhile?: number;
}

/**
 * Several threads read one file. Every range but the first begins behind the first line break after its cut,
 * which is wrong when that break stands inside quotes. A range counts only if it begins exactly where the
 * one before it ended; the first begins at a true record, so by induction all that count are true. The
 * others are read again from the true place. The result does not depend on the number of threads.
 */
export function readInWorkers(options: WorkerOptions): ReadColumns {
  return async job => {
    const bytes = job.source.size - job.from;
    if (options.threads < 2 || bytes < (options.worthwhile ?? worthwhile)) return readInTurn(job);
    const ranges = cut(job, options.rangeSize ?? rangeSize);
    const { RangeCrew } = await import('./rangeCrew');
    const crew = new RangeCrew(
      options.workerPath,
      { path: options.path, name: job.source.name, plan: job.plan },
      ranges,
      Math.min(options.threads, ranges.length) - 1,
      sums => job.source.takeSums?.(sums),
    );
    try {
      await new Assembly(job, ranges, crew).run();
    } finally {
      crew.dismiss();
    }
  };
}

/** A file that grows meanwhile is read up to the size it had. */
function cut(job: ReadJob, size: number): ScanRange[] {
  const ranges: ScanRange[] = [];
  for (let from = job.from; from < job.source.size; from += size) {
    const to = Math.min(from + size, job.source.size);
    ranges.push({ from, to, aligned: from === job.from });
  }
  return ranges;
}

/** Delivers the ranges in order and reads along in this thread. */
class Assembly {
  readonly #job: ReadJob;
  readonly #ranges: readonly ScanRange[];
  readonly #crew: RangeCrew;
  readonly #window: ReadWindow;
  /** Where the next record to deliver starts. */
  #at: number;
  #rows = 0;

  constructor(job: ReadJob, ranges: readonly ScanRange[], crew: RangeCrew) {
    this.#job = job;
    this.#ranges = ranges;
    this.#crew = crew;
    this.#window = new ReadWindow(job.source);
    this.#at = job.from;
  }

  async run(): Promise<void> {
    for (let next = 0; next < this.#ranges.length; ) {
      if (this.#job.signal?.aborted === true) return;
      const part = this.#crew.take(next);
      if (part === undefined) await this.#work(next);
      else {
        await this.#deliver(part, this.#ranges[next]!);
        next++;
      }
    }
  }

  /** Reads a range that nobody has, the wanted one from its true start, or waits for the others. */
  async #work(wanted: number): Promise<void> {
    const index = this.#crew.claim(wanted);
    if (index === undefined) return this.#crew.news();
    const range = this.#ranges[index]!;
    const known = index === wanted ? { ...range, from: this.#at, aligned: true } : range;
    this.#crew.put(index, await this.#scan(known));
  }

  async #deliver(part: RangePart, range: ScanRange): Promise<void> {
    if (this.#at >= range.to) return;
    const sound =
      part.start === this.#at
        ? part
        : await this.#scan({ from: this.#at, to: range.to, aligned: true });
    this.#job.deliver(sound);
    this.#at = sound.end;
    this.#rows += sound.rows;
    this.#job.onBytes?.(sound.end, this.#rows);
  }

  #scan(range: ScanRange): Promise<RangePart> {
    const { plan, signal } = this.#job;
    return scanRange(this.#window, plan, range, signal === undefined ? undefined : { signal });
  }
}
