import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { SourceRef } from '../engine/engine';

/** What is longer goes through a file, so that it is read as one and takes no more memory. */
const mostInMemory = 64 << 20;

export interface StandardInput {
  readonly ref: SourceRef;
  /** Takes a file away that was made for it. */
  remove(): Promise<void>;
}

/** All of standard input, to its end. */
export async function standardInput(
  stream: AsyncIterable<Uint8Array> = process.stdin,
  most: number = mostInMemory,
): Promise<StandardInput> {
  const pieces: Uint8Array[] = [];
  let size = 0;
  const iterator = stream[Symbol.asyncIterator]();
  for (let next = await iterator.next(); next.done !== true; next = await iterator.next()) {
    pieces.push(next.value);
    size += next.value.length;
    if (size > most) return throughFile(pieces, iterator);
  }
  const bytes = Buffer.concat(pieces);
  return { ref: { kind: 'bytes', name: 'standard input', bytes }, remove: () => Promise.resolve() };
}

async function throughFile(
  pieces: readonly Uint8Array[],
  rest: AsyncIterator<Uint8Array>,
): Promise<StandardInput> {
  const folder = await mkdtemp(join(tmpdir(), 'loss-lens-'));
  const path = join(folder, 'standard-input');
  const remove = () => rm(folder, { recursive: true, force: true });
  try {
    const file = createWriteStream(path, { mode: 0o600 });
    const written = new Promise<void>((resolve, reject) => {
      file.on('finish', resolve).on('error', reject);
    });
    for (const piece of pieces) file.write(piece);
    for (let next = await rest.next(); next.done !== true; next = await rest.next()) {
      if (!file.write(next.value))
        await new Promise<void>(resolve => file.once('drain', () => resolve()));
    }
    file.end();
    await written;
    return { ref: { kind: 'file', name: 'standard input', path }, remove };
  } catch (error) {
    await remove();
    throw error;
  }
}
