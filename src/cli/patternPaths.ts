import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fitsPattern } from './fitsPattern';

/** Whether a name that is no file is a pattern, as shells know it. */
export function isPattern(path: string): boolean {
  return /[*?]/.test(path);
}

/** The files and folders that fit a pattern, in the order of their paths: `*` and `?` within a name. */
export async function patternPaths(pattern: string): Promise<readonly string[]> {
  const [first = '', ...rest] = pattern.split(/[\\/]/);
  let found = first === '' ? ['/'] : await named(['.'], first);
  for (const name of rest) found = await named(found, name);
  const inOrder = new Intl.Collator('en', { numeric: true });
  return found.sort((a, b) => inOrder.compare(a, b));
}

async function named(folders: readonly string[], name: string): Promise<string[]> {
  if (!isPattern(name)) return folders.map(folder => join(folder, name));
  const inside = await Promise.all(
    folders.map(async folder => {
      const names = await readdir(folder).catch(() => []);
      return names
        .filter(each => fitsPattern(each, name) && !each.startsWith('.'))
        .map(each => join(folder, each));
    }),
  );
  return inside.flat();
}
