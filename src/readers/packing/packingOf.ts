import { extensionOf, type Packing, packings, withoutPacking } from '../formats';
import { ReadError } from '../readError';

const entries = Object.entries(packings) as [Packing, (typeof packings)[Packing]][];

/** Archives that hold several files, by their first bytes and what they are called. */
const archives: readonly (readonly [magic: readonly number[], name: string])[] = [
  [[0x50, 0x4b, 0x03, 0x04], 'a zip archive'],
  [[0x37, 0x7a, 0xbc, 0xaf], 'a 7z archive'],
  [[0x52, 0x61, 0x72, 0x21], 'a rar archive'],
  [[0x42, 0x5a, 0x68], 'a file packed by bzip2'],
  [[0xfd, 0x37, 0x7a, 0x58, 0x5a], 'a file packed by xz'],
];

/**
 * How a file is packed by its first bytes, whatever it is called; null for one that is not. Throws a ReadError
 * for a name that promises a packing over the bytes of another archive.
 */
export function packingOf(name: string, head: Uint8Array): Packing | null {
  const found = entries.find(([, { magic }]) => begins(head, magic))?.[0];
  if (found !== undefined) return found;
  if (withoutPacking(name) === name || head.length === 0) return null;
  const archive = archives.find(([magic]) => begins(head, magic))?.[1];
  if (archive === undefined) return null;
  throw new ReadError(
    { source: name },
    `this is ${archive} in spite of its name ".${extensionOf(name)}"; unpack it and inspect what is inside`,
  );
}

/** Throws a ReadError when what was unpacked is packed once more or holds several files. */
export function refuseInner(name: string, head: Uint8Array): void {
  const inner =
    archives.find(([magic]) => begins(head, magic))?.[1] ??
    (isTar(head) ? 'a tar archive' : undefined) ??
    entries.find(([, { magic }]) => begins(head, magic))?.[0];
  if (inner === undefined || (inner === 'a zip archive' && /\.npz\b/i.test(name))) return;
  throw new ReadError(
    { source: name },
    `what is packed in it is ${inner} again; unpack it and inspect what is inside`,
  );
}

function isTar(head: Uint8Array): boolean {
  return begins(head.subarray(257), [0x75, 0x73, 0x74, 0x61, 0x72]);
}

function begins(bytes: Uint8Array, magic: readonly number[]): boolean {
  return magic.every((byte, i) => bytes[i] === byte);
}
