import { readdir, realpath, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { isEntered, isGathered, isTableLog } from '../roles/parts/folderEntries';
import { UsageError } from './usageError';

/** Beyond these a folder is no table and no set of runs. */
const deepest = 12;
const mostFiles = 100_000;

/**
 * The data files in a folder and the folders below, in the order of their paths; a folder or file that
 * links lead to again is taken once. Throws a UsageError when there are none, or too many to be one table.
 */
export async function folderPaths(folder: string): Promise<readonly string[]> {
  const found: File[] = [];
  const entered = new Set<string>();
  let level = [folder];
  for (let depth = 0; depth < deepest && level.length > 0; depth++) {
    const next: string[] = [];
    for (const each of level) {
      const real = await realpath(each).catch(() => each);
      if (entered.has(real)) continue;
      entered.add(real);
      const inside = await entriesOf(each);
      found.push(...inside.files);
      next.push(...inside.folders);
      if (found.length > mostFiles)
        throw new UsageError(
          `${folder}: there are more than ${mostFiles} data files in it; name a folder further down.`,
        );
    }
    level = next;
  }
  if (found.length === 0)
    throw new UsageError(`${folder}: there is no data file in this folder that can be read.`);
  const inOrder = new Intl.Collator('en', { numeric: true });
  return (await withoutCopies(found)).toSorted((a, b) => inOrder.compare(a, b));
}

interface File {
  readonly path: string;
  readonly isLink: boolean;
}

/** The paths, without links to a file that is there itself or that another link leads to. */
async function withoutCopies(files: readonly File[]): Promise<readonly string[]> {
  if (!files.some(({ isLink }) => isLink)) return files.map(({ path }) => path);
  const byFile = new Map<string, string>();
  const ownFirst = files.toSorted((a, b) => Number(a.isLink) - Number(b.isLink));
  for (const { path } of ownFirst) {
    const real = await realpath(path).catch(() => path);
    if (!byFile.has(real)) byFile.set(real, path);
  }
  return [...byFile.values()];
}

interface Inside {
  readonly files: readonly File[];
  readonly folders: readonly string[];
}

async function entriesOf(folder: string): Promise<Inside> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  if (entries.some(({ name }) => isTableLog(name)))
    throw new UsageError(
      `${folder}: this is a Delta table, and which of its files belong to it stands in its log, which is not read; name the files, with --parts, or export the table.`,
    );
  const files: File[] = [];
  const folders: string[] = [];
  for (const entry of entries) {
    const path = join(folder, entry.name);
    const isLink = entry.isSymbolicLink();
    const kind = isLink ? await stat(path).catch(() => undefined) : entry;
    if (kind?.isDirectory() === true && isEntered(entry.name)) folders.push(path);
    else if (kind?.isFile() === true && isGathered(entry.name)) files.push({ path, isLink });
  }
  return { files, folders };
}
