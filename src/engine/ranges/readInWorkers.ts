import {
  type OpenStretch,
  type ReadColumns,
  type ReadJob,
  rangeSize,
  readInTurn,
  shifted,
} from '../../readers/delimited/readJob';
import type { RangePart } from '../../readers/delimited/scanPlan';
import { ReadWindow, scanRange } from '../../readers/delimited/scanRange';
import type { RangeCrew } from './rangeCrew';
import type { FileRange } from './rangeMessages';

/** Below this a second thread takes longer to start than it saves. */
const worthwhile = 50 << 20;

export interface WorkerOptions {
  /** The bundle of rangeWorker. */
  readonly workerPath: string;
  /** The file that the job's source reads; files of its stretches bring their own. */
  readonly path?: string;
  /** Threads that read, this one included. */
  readonly threads: number;
  readonly rangeSize?: number;
  readonly worthwhile?: number;
}

/**
 * Several threads read one file, or one file after the other. Every range but a file's first begins behind the first line break after its cut,
 * which is wrong when that break stands inside quotes. A range counts only if it begins exactly where the
 * one before it ended; the first begins at a true record, so by induction all that count are true. The
 * others are read again from the true place. The result does not depend on the number of threads.
 */
export function readInWorkers(options: WorkerOptions): ReadColumns {
  return async job => {
    const files = options.threads < 2 ? undefined : await filesOf(job, options);
    if (files === undefined) return readInTurn(job);
    const ranges = cut(files, options.rangeSize ?? rangeSize);
    const { RangeCrew } = await import('./rangeCrew');
    const crew = new RangeCrew(
      options.workerPath,
      { files: files.map(({ path, name }) => ({ path, name })), plan: job.plan },
      ranges,
      Math.min(options.threads, ranges.length) - 1,
      sums => {
        if (job.stretches === undefined) job.source.takeSums?.(sums);
      },
    );
    try {
      await new Assembly(job, files, ranges, crew).run();
    } finally {
      crew.dismiss();
    }
  };
}

/** A file that any thread can open. */
interface File {
  readonly path: string;
  readonly name: string;
  readonly from: number;
  readonly size: number;
  /** Opens it in this thread. */
  readonly open: () => Promise<OpenStretch>;
}

/** The files of a job; undefined when they are too small for threads, or other threads cannot open them. */
async function filesOf(job: ReadJob, options: WorkerOptions): Promise<File[] | undefined> {
  const least = options.worthwhile ?? worthwhile;
  if (job.stretches === undefined) {
    const { source, from } = job;
    const { name, size } = source;
    if (options.path === undefined || size - from < least) return undefined;
    const open = () => Promise.resolve({ source, close: () => Promise.resolve() });
    return [{ path: options.path, name, from, size, open }];
  }
  const files: File[] = [];
  for await (const { source, from, path, reopen } of job.stretches()) {
    if (path === undefined || reopen === undefined) return undefined;
    files.push({ path, name: source.name, from, size: source.size, open: reopen });
  }
  return files.reduce((sum, { size, from }) => sum + size - from, 0) < least ? undefined : files;
}

/** A file that grows meanwhile is read up to the size it had. */
function cut(files: readonly File[], step: number): FileRange[] {
  return files.flatMap(({ from, size }, file) => {
    const ranges: FileRange[] = [];
    for (let at = from; at < size; at += step)
      ranges.push({ from: at, to: Math.min(at + step, size), aligned: at === from, file });
    return ranges;
  });
}

/** Delivers the ranges in order and reads along in this thread. */
class Assembly {
  readonly #job: ReadJob;
  readonly #files: readonly File[];
  readonly #ranges: readonly FileRange[];
  readonly #crew: RangeCrew;
  readonly #window: ReadWindow;
  /** The file that is open in this thread. */
  #open: (OpenStretch & { readonly file: number }) | undefined;
  /** The file whose ranges are delivered, and where the next record to deliver starts in it. */
  #file = -1;
  #at = 0;
  /** Where it starts in the source of the job. */
  #done: number;
  #rows = 0;

  constructor(job: ReadJob, files: readonly File[], ranges: readonly FileRange[], crew: RangeCrew) {
    this.#job = job;
    this.#files = files;
    this.#ranges = ranges;
    this.#crew = crew;
    this.#window = new ReadWindow(job.source);
    this.#done = job.from;
  }

  async run(): Promise<void> {
    try {
      await this.#deliverAll();
    } finally {
      await this.#open?.close();
    }
  }

  async #deliverAll(): Promise<void> {
    for (let next = 0; next < this.#ranges.length; ) {
      if (this.#job.signal?.aborted === true) return;
      const range = this.#ranges[next]!;
      this.#beginFilesUpTo(range.file);
      const part = this.#crew.take(next);
      if (part === undefined) await this.#work(next);
      else {
        await this.#deliver(part, range);
        next++;
      }
    }
    this.#beginFilesUpTo(this.#files.length - 1);
  }

  /** A file without rows has no range, and begins where the next one does. */
  #beginFilesUpTo(file: number): void {
    while (this.#file < file) {
      this.#file++;
      this.#at = this.#files[this.#file]!.from;
      this.#job.onStretch?.(this.#file, this.#done);
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

  async #deliver(part: RangePart, range: FileRange): Promise<void> {
    if (this.#at >= range.to) return;
    const sound =
      part.start === this.#at
        ? part
        : await this.#scan({ ...range, from: this.#at, aligned: true });
    this.#job.deliver(shifted(sound, this.#done - this.#at));
    this.#done += sound.end - this.#at;
    this.#at = sound.end;
    this.#rows += sound.rows;
    this.#job.onBytes?.(this.#done, this.#rows);
  }

  async #scan(range: FileRange): Promise<RangePart> {
    const { plan, signal } = this.#job;
    await this.#turnTo(range.file);
    return scanRange(this.#window, plan, range, signal === undefined ? undefined : { signal });
  }

  async #turnTo(file: number): Promise<void> {
    if (this.#open?.file === file) return;
    await this.#open?.close();
    this.#open = { ...(await this.#files[file]!.open()), file };
    this.#window.turnTo(this.#open.source);
  }
}
