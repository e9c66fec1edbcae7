import type { ByteSource } from '../byteSource';
import { lineFeed } from '../delimited/bytes';
import type { Packing } from '../formats';
import { memoryText } from '../memoryBudget';
import { isReadError, ReadError } from '../readError';
import type { Problem } from '../table';
import { isTornPacking, type Unpack } from './unpack';

/** Bytes before the last one read that are kept, so that a second look at the beginning unpacks nothing anew. */
const kept = 16 << 20;
/** How much text is packed in a byte, as long as nobody knows better. */
const usualRatio = 4;

/**
 * What is packed in a source, as a source of its own: read forwards it is unpacked once, a step back beyond
 * what is kept begins anew. How large it is is an estimate until its end was met.
 */
export class UnpackedSource implements ByteSource {
  readonly name: string;
  readonly #packed: ByteSource;
  readonly #packing: Packing;
  readonly #unpack: Unpack;
  #stream: AsyncIterator<Uint8Array> | undefined;
  #pieces: Uint8Array[] = [];
  /** The pieces are bytes [#from, #to). */
  #from = 0;
  #to = 0;
  #end: number | undefined;
  #problem: Problem | undefined;

  constructor(packed: ByteSource, packing: Packing, unpack: Unpack) {
    this.name = packed.name;
    this.#packed = packed;
    this.#packing = packing;
    this.#unpack = unpack;
  }

  /** Never smaller than what was read, and larger until the end was met. */
  get size(): number {
    return this.#end ?? Math.max(this.#to + 1, this.#packed.size * usualRatio);
  }

  /** What was wrong with the packed bytes, where what came before could be used. */
  get problem(): Problem | undefined {
    return this.#problem;
  }

  /** Unpacks up to byte `to`, or to the end. True when the end is known. */
  async reach(to: number): Promise<boolean> {
    while (this.#to < to && this.#end === undefined) await this.#pull();
    return this.#end !== undefined;
  }

  /**
   * All of it as bytes in memory. Rejects with a ReadError as soon as they exceed `most` bytes, so that no small
   * file makes a large one of the memory.
   */
  async whole(most: number): Promise<Uint8Array> {
    if ((await this.reach(most + 1)) && this.size <= most) return this.read(0, this.size);
    throw new ReadError(
      { source: this.name },
      `it unpacks to more than ${memoryText(most)}, which is more than is kept in memory at once; unpack it and inspect the file itself`,
    );
  }

  async read(start: number, end: number): Promise<Uint8Array> {
    const bytes = new Uint8Array(Math.max(0, Math.min(end, this.#end ?? end) - start));
    const count = await this.readInto(bytes, start);
    return count === bytes.length ? bytes : bytes.subarray(0, count);
  }

  async readInto(target: Uint8Array, start: number): Promise<number> {
    if (start < this.#from) await this.#restart();
    while (this.#to < start + target.length && !this.#isSpent()) {
      await this.#pull();
      this.#forget(start);
    }
    return this.#copy(target, start);
  }

  /** Ends the unpacking. */
  async close(): Promise<void> {
    const stream = this.#stream;
    this.#stream = undefined;
    this.#pieces = [];
    this.#from = this.#to;
    await stream?.return?.();
  }

  #isSpent(): boolean {
    return this.#end !== undefined && this.#to >= this.#end;
  }

  async #restart(): Promise<void> {
    await this.close();
    this.#from = 0;
    this.#to = 0;
  }

  async #pull(): Promise<void> {
    this.#stream ??= this.#unpack(this.#packed, this.#packing)[Symbol.asyncIterator]();
    const next = await this.#stream.next().catch((error: unknown) => this.#failed(error));
    if (next.done === true) {
      this.#end = this.#to;
      return;
    }
    this.#pieces.push(next.value);
    this.#to += next.value.length;
  }

  /** A torn end is an end; damage may be anywhere, so that nothing of it is used. */
  #failed(error: unknown): IteratorReturnResult<undefined> {
    if (isReadError(error)) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    if (isTornPacking(error) && this.#to > 0) {
      if (error.isCut) this.#dropHalfLine();
      this.#problem = { place: { source: this.name }, text: `${reason}; what was whole is used` };
      return { done: true, value: undefined };
    }
    throw new ReadError(
      { source: this.name },
      `it cannot be unpacked: ${reason}; it is damaged or not written to its end, so pack it anew or fetch it again`,
    );
  }

  /** Of a line that was cut the numbers may be cut too. */
  #dropHalfLine(): void {
    const last = this.#pieces.at(-1);
    const end = (last?.lastIndexOf(lineFeed) ?? -1) + 1;
    if (last === undefined || end === 0) return;
    this.#pieces[this.#pieces.length - 1] = last.subarray(0, end);
    this.#to -= last.length - end;
  }

  #forget(before: number): void {
    let first = this.#pieces[0];
    while (
      first !== undefined &&
      this.#to - this.#from > kept &&
      this.#from + first.length <= before
    ) {
      this.#from += first.length;
      this.#pieces.shift();
      first = this.#pieces[0];
    }
  }

  #copy(target: Uint8Array, start: number): number {
    let at = this.#from;
    let count = 0;
    for (const piece of this.#pieces) {
      const from = Math.max(0, start + count - at);
      if (from < piece.length && count < target.length) {
        const part = piece.subarray(from, from + target.length - count);
        target.set(part, count);
        count += part.length;
      }
      at += piece.length;
    }
    return count;
  }
}
