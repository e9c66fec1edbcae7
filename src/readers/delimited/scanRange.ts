import type { ByteSource } from '../byteSource';
import type { CancelSignal } from '../cancelSignal';
import { afterBreak, carriageReturn, isLineBreak, lineFeed } from './bytes';
import { RangeScanner } from './rangeScanner';
import type { RangePart, ScanPlan, ScanRange } from './scanPlan';

const mebibyte = 1 << 20;
/** A quote that is not closed within this many bytes is an ordinary character. */
const maxQuote = 16 * mebibyte;
const maxLine = 64 * mebibyte;

/** The part of a file that is in memory: bytes[0] stands at `offset`. One is used for all ranges in turn. */
export class ReadWindow {
  bytes: Uint8Array = new Uint8Array(mebibyte + 2);
  offset = 0;
  length = 0;
  ended = false;
  #source: ByteSource;

  constructor(source: ByteSource) {
    this.#source = source;
  }

  /** Goes on with another source; what is in memory is of none. */
  turnTo(source: ByteSource): void {
    this.#source = source;
    this.moveTo(0);
  }

  moveTo(offset: number): void {
    this.offset = offset;
    this.length = 0;
    this.ended = false;
  }

  /** Forgets what stands before `at` and reads on; at the end of the source a missing line break is added. */
  async advance(at: number): Promise<void> {
    this.bytes.copyWithin(0, at, this.length);
    this.offset += at;
    this.length -= at;
    if (this.bytes.length - this.length < mebibyte / 2 + 2) {
      const wider = new Uint8Array(this.bytes.length * 2);
      wider.set(this.bytes.subarray(0, this.length));
      this.bytes = wider;
    }
    const start = this.offset + this.length;
    const end = Math.min(start + this.bytes.length - this.length - 2, this.#source.size);
    const count = end > start ? await this.#fill(start, end) : 0;
    this.length += count;
    this.ended = count === 0 || start + count >= this.#source.size;
    if (this.ended && this.length > 0 && !isLineBreak(this.bytes[this.length - 1]))
      this.bytes[this.length++] = lineFeed;
  }

  async #fill(start: number, end: number): Promise<number> {
    const target = this.bytes.subarray(this.length, this.length + end - start);
    if (this.#source.readInto !== undefined) return await this.#source.readInto(target, start);
    const read = await this.#source.read(start, end);
    target.set(read);
    return read.length;
  }

  /** Behind the last line break that is surely whole: a `\r` at the end may be half of a `\r\n`. */
  get lastBreak(): number {
    let at = this.length;
    if (!this.ended && this.bytes[at - 1] === carriageReturn) at--;
    while (at > 0 && !isLineBreak(this.bytes[at - 1])) at--;
    return at;
  }
}

/** Reads the records that start in a range. A line that no table has ends the range before it. */
export async function scanRange(
  window: ReadWindow,
  plan: ScanPlan,
  range: ScanRange,
  watch?: {
    readonly signal?: CancelSignal;
    readonly onBytes?: (end: number, rows: number) => void;
  },
): Promise<RangePart> {
  const rows = Math.ceil(((range.to - range.from) / mebibyte) * plan.rowsPerMebibyte) + 16;
  const scanner = new RangeScanner(plan, rows);
  window.moveTo(range.aligned ? range.from : range.from - 1);
  await window.advance(0);
  let at = range.aligned ? 0 : await behindBreak(window);
  const start = window.offset + at;
  for (;;) {
    const limit = range.to - window.offset;
    const end = window.lastBreak;
    const scanned = scanner.scan(window.bytes, at, limit, end, window.ended, window.offset);
    const stuck = scanned === at && window.length - at > maxQuote;
    at = stuck ? scanner.scan(window.bytes, at, at + 1, end, true, window.offset) : scanned;
    watch?.onBytes?.(window.offset + at, scanner.rows);
    const exhausted = window.ended && at >= window.length;
    if (at >= limit || exhausted || watch?.signal?.aborted === true) break;
    if (window.length - at > maxLine) {
      if (scanner.rows === 0) throw new LongLine();
      break;
    }
    await window.advance(at);
    at = 0;
  }
  return scanner.part(start, window.offset + at);
}

/** Behind the first line break of the window. */
async function behindBreak(window: ReadWindow): Promise<number> {
  for (;;) {
    const end = window.lastBreak;
    for (let at = 0; at < end; at++) {
      if (isLineBreak(window.bytes[at])) return afterBreak(window.bytes, at);
    }
    if (window.ended) return window.length;
    await window.advance(
      window.bytes[window.length - 1] === carriageReturn ? window.length - 1 : window.length,
    );
  }
}

/** Thrown for a record too long to be held, when it is the first of its range. */
export class LongLine extends Error {
  constructor() {
    super('this line is longer than 64 MB, so this is no table of rows');
  }
}
