import { Worker } from 'node:worker_threads';
import type { BlockSum } from '../../readers/byteSource';
import type { RangePart } from '../../readers/delimited/scanPlan';
import type { FileRange, RangeJob, RangeReply, RangeRequest } from './rangeMessages';

/** Worker threads that read ranges of files, and the ranges that nobody has read yet. */
export class RangeCrew {
  readonly #ranges: readonly FileRange[];
  readonly #workers = new Map<Worker, number | undefined>();
  readonly #parts = new Map<number, RangePart>();
  readonly #open: Set<number>;
  readonly #takeSums: (sums: readonly BlockSum[]) => void;
  #wake: () => void = () => {};

  /** Starts `count` threads of the bundle at `workerPath`, which hand over the sums of what they read. */
  constructor(
    workerPath: string,
    job: RangeJob,
    ranges: readonly FileRange[],
    count: number,
    takeSums: (sums: readonly BlockSum[]) => void,
  ) {
    this.#ranges = ranges;
    this.#takeSums = takeSums;
    this.#open = new Set(ranges.keys());
    for (let i = 0; i < count; i++) this.#start(new Worker(workerPath, { workerData: job }));
  }

  /** Takes a range out of the hands of the workers: the wanted one when it is still open, else the next. */
  claim(wanted: number): number | undefined {
    const index = this.#open.has(wanted) ? wanted : this.#nextOpen();
    if (index !== undefined) this.#open.delete(index);
    return index;
  }

  /** What a worker has read, once. */
  take(index: number): RangePart | undefined {
    const part = this.#parts.get(index);
    this.#parts.delete(index);
    return part;
  }

  put(index: number, part: RangePart): void {
    this.#parts.set(index, part);
  }

  /** Resolves when a worker has answered or gone. */
  news(): Promise<void> {
    return new Promise(resolve => {
      this.#wake = resolve;
    });
  }

  dismiss(): void {
    for (const worker of this.#workers.keys()) {
      worker.removeAllListeners();
      void worker.terminate();
    }
    this.#workers.clear();
  }

  #start(worker: Worker): void {
    worker.on('message', (reply: RangeReply) => {
      this.#takeSums(reply.sums);
      if (reply.part === null) this.#open.add(reply.index);
      else this.#parts.set(reply.index, reply.part);
      this.#assign(worker, reply.part !== null);
      this.#wake();
    });
    worker.on('error', () => this.#bury(worker));
    worker.on('exit', () => this.#bury(worker));
    this.#assign(worker, true);
  }

  #assign(worker: Worker, sound: boolean): void {
    const index = sound ? this.#nextOpen() : undefined;
    this.#workers.set(worker, index);
    if (index === undefined) return;
    this.#open.delete(index);
    const request: RangeRequest = { index, range: this.#ranges[index]! };
    worker.postMessage(request);
  }

  /** The range of a dead worker is open again. */
  #bury(worker: Worker): void {
    const index = this.#workers.get(worker);
    if (index !== undefined) this.#open.add(index);
    this.#workers.delete(worker);
    this.#wake();
  }

  #nextOpen(): number | undefined {
    let first: number | undefined;
    for (const index of this.#open) if (first === undefined || index < first) first = index;
    return first;
  }
}
