import { constants } from 'node:fs';
import { open } from 'node:fs/promises';
import { basename } from 'node:path';
import { ReadError } from '../../readers/readError';
import type { OpenSource } from '../environment';

const reasons: ReadonlyMap<string, string> = new Map([
  ['ENOENT', 'there is no such file'],
  ['EACCES', 'the file may not be read (permission denied)'],
  ['EPERM', 'the file may not be read (permission denied)'],
  ['EISDIR', 'this is a folder, not a file'],
  ['ENOTDIR', 'there is no such file'],
  ['ELOOP', 'the link leads round in a circle'],
  ['ENAMETOOLONG', 'its name is too long for this file system'],
  ['EMFILE', 'too many files are open'],
  ['EIO', 'the disk could not be read'],
]);

/** A pipe that nobody writes to would keep the opening waiting; Windows has neither. */
const readOnly = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0);

/** A file read piece by piece. Rejects with a ReadError when it cannot be opened or read. */
export async function fileSource(path: string, name: string = basename(path)): Promise<OpenSource> {
  const file = await open(path, readOnly).catch((error: unknown) => {
    throw readFailure(name, error);
  });
  const stats = await file.stat();
  if (!stats.isFile()) {
    await file.close();
    throw new ReadError({ source: name }, 'this is a folder or a device, not a file');
  }
  return {
    name,
    size: stats.size,
    modified: stats.mtimeMs,
    close: () => file.close(),
    readInto: async (target, start) => {
      const { bytesRead } = await file
        .read(target, 0, target.length, start)
        .catch((error: unknown) => {
          throw readFailure(name, error);
        });
      return bytesRead;
    },
    read: async (start, end) => {
      const bytes = new Uint8Array(Math.max(0, end - start));
      let filled = 0;
      while (filled < bytes.length) {
        const { bytesRead } = await file
          .read(bytes, filled, bytes.length - filled, start + filled)
          .catch((error: unknown) => {
            throw readFailure(name, error);
          });
        if (bytesRead === 0) break;
        filled += bytesRead;
      }
      return filled === bytes.length ? bytes : bytes.subarray(0, filled);
    },
  };
}

function readFailure(name: string, error: unknown): ReadError {
  const code = (error as { code?: string }).code ?? '';
  return new ReadError(
    { source: name },
    reasons.get(code) ?? `reading failed (${code || 'for a reason that was not told'})`,
  );
}
