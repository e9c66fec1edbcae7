import type { BlockSum, ByteSource } from '../byteSource';

/** Bytes of a file that have one checksum together; whole words of four bytes. */
const blockSize = 65_536;
/** Blocks that are read for their sums alone: so many, or one of so many where there are more. */
const maxMissing = 256;
const missingShare = 64;

/** A checksum under way: of the bytes from the start of a block up to `at`. */
interface Running {
  at: number;
  sum: number;
  /** The bytes of a word that is not whole yet. */
  word: number;
}

/** Takes the checksums of whatever is read of a file, whole blocks of it, in whatever order. */
export class BlockSums {
  readonly #sums: Map<number, number>;
  /** The block that is not whole yet. */
  #running: Running | undefined;

  constructor(sums: Iterable<BlockSum> = [], running?: Running) {
    this.#sums = new Map(sums);
    this.#running = running === undefined ? undefined : { ...running };
  }

  get entries(): readonly BlockSum[] {
    return [...this.#sums];
  }

  /** Adds the sums of blocks that somebody else has read. */
  take(sums: Iterable<BlockSum>): void {
    for (const [block, sum] of sums) this.#sums.set(block, sum);
  }

  /** The sums so far, which are forgotten here: somebody else keeps them. */
  handOver(): readonly BlockSum[] {
    const own = this.entries;
    this.#sums.clear();
    return own;
  }

  see(start: number, bytes: Uint8Array): void {
    let running = this.#running?.at === start ? this.#running : undefined;
    const first = running === undefined ? Math.ceil(start / blockSize) * blockSize : start;
    for (let at = first; at < start + bytes.length; ) {
      running ??= { at, sum: 0, word: 0 };
      const block = Math.floor(at / blockSize);
      const end = Math.min((block + 1) * blockSize, start + bytes.length);
      extend(running, bytes.subarray(at - start, end - start));
      at = end;
      if (end < (block + 1) * blockSize) break;
      this.#sums.set(block, running.sum);
      running = undefined;
    }
    this.#running = running;
  }

  /** These sums with those of the bytes behind them. */
  with(start: number, bytes: Uint8Array): BlockSums {
    const more = new BlockSums(this.#sums, this.#running);
    more.see(start, bytes);
    return more;
  }

  /** Reads the blocks up to `end` that are still missing, where they are few, and the last one. */
  async complete(source: ByteSource, end: number): Promise<void> {
    const whole = Math.floor(end / blockSize);
    const missing = Array.from({ length: whole }, (_, i) => i).filter(i => !this.#sums.has(i));
    const isMany = missing.length > Math.max(maxMissing, whole / missingShare);
    for (const block of isMany ? [] : missing) {
      const at = block * blockSize;
      this.see(at, await source.read(at, at + blockSize));
    }
    if (whole * blockSize < end && this.#running?.at !== end) {
      this.see(whole * blockSize, await source.read(whole * blockSize, end));
    }
  }

  /** False when one of the other's blocks up to there, the last one included, is known to be another. */
  agreesWith(other: BlockSums): boolean {
    const [a, b] = [this.#running, other.#running];
    if (a !== undefined && a.at === b?.at && (a.sum !== b.sum || a.word !== b.word)) return false;
    return other.entries.every(([block, sum]) => (this.#sums.get(block) ?? sum) === sum);
  }
}

/** The same source; what is read of it goes into `sums`. */
export function summed<T extends ByteSource>(source: T, sums: BlockSums): T {
  const { readInto } = source;
  return {
    ...source,
    takeSums: (others: readonly BlockSum[]) => sums.take(others),
    read: async (start: number, end: number) => {
      const bytes = await source.read(start, end);
      sums.see(start, bytes);
      return bytes;
    },
    ...(readInto === undefined
      ? {}
      : {
          readInto: async (target: Uint8Array, start: number) => {
            const count = await readInto(target, start);
            sums.see(start, target.subarray(0, count));
            return count;
          },
        }),
  };
}

/** Reads the first `end` bytes of a source again; false when a block of them has changed. */
export async function sameBlocks(
  source: ByteSource,
  known: BlockSums,
  end: number,
): Promise<boolean> {
  const now = new BlockSums();
  const chunk = 16 * blockSize;
  for (let from = 0; from < end; from += chunk) {
    now.see(from, await source.read(from, Math.min(from + chunk, end)));
  }
  return known.agreesWith(now);
}

/** Words in the order of the file, whatever pieces they come in. */
function extend(running: Running, bytes: Uint8Array): void {
  let i = 0;
  let { sum } = running;
  for (; (running.at & 3) !== 0 && i < bytes.length; i++) sum = withByte(running, bytes[i]!, sum);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const whole = i + ((bytes.length - i) & ~3);
  running.at += whole - i;
  for (; i < whole; i += 4) sum = mixed(sum, view.getInt32(i, true));
  for (; i < bytes.length; i++) sum = withByte(running, bytes[i]!, sum);
  running.sum = sum;
}

function withByte(running: Running, byte: number, sum: number): number {
  const place = running.at & 3;
  running.word |= byte << (8 * place);
  running.at += 1;
  if (place < 3) return sum;
  const { word } = running;
  running.word = 0;
  return mixed(sum, word);
}

/** A step that two different words never lead to the same sum by. */
function mixed(sum: number, word: number): number {
  const product = Math.imul(sum ^ word, 0x9e3779b1);
  return product ^ (product >>> 15);
}
