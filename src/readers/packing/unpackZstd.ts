import { Decompress } from 'fzstd';
import { memoryText } from '../memoryBudget';
import { TornPacking } from './unpack';

/** What `zstd` itself unpacks without being told that the memory may be used. */
const largestWindow = 2 ** 27;

/** Unpacks Zstandard in this thread. Rejects when a frame asks for too much memory or is damaged. */
export async function* unpackZstd(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let ready: Uint8Array[] = [];
  const stream = new Decompress(piece => ready.push(piece));
  let isFirst = true;
  for await (const piece of pieces) {
    if (isFirst) refuseWindow(piece);
    isFirst = false;
    stream.push(piece, false);
    yield* ready;
    ready = [];
  }
  try {
    stream.push(new Uint8Array(), true);
  } catch {
    throw new TornPacking('it ends before the packed data do', true);
  }
  yield* ready;
}

/** A frame names the memory it needs in its first bytes, RFC 8878, 3.1.1.1.2. */
function refuseWindow(bytes: Uint8Array): void {
  const [descriptor = 0, window = 0] = bytes.subarray(4);
  const isSingle = (descriptor & 0x20) !== 0;
  if (isSingle) return;
  const base = 2 ** (10 + (window >> 3));
  const size = base + (base / 8) * (window & 7);
  if (size > largestWindow)
    throw new Error(`it asks for a window of ${memoryText(size)} to be unpacked`);
}
