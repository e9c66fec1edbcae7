import type { Uri } from 'vscode';
import { sourceGroups } from '../../engine/partGroups';
import { title } from '../ui';
import { filesInput, namesOf } from './filesInput';
import { folderFiles } from './folderFiles';
import type { Input } from './input';
import { leftOutText } from './leftOutText';

export interface FolderParts {
  readonly input: Input;
  /** What of the folders is no part, in one sentence; undefined when nothing is left out. */
  readonly leftOut: string | undefined;
}

/**
 * The parts of tables in some folders, by their names; undefined where there are none. Further parts are found
 * when it is listed anew.
 */
export async function partsInput(folders: readonly Uri[]): Promise<FolderParts | undefined> {
  const found = (await Promise.all(folders.map(folderFiles))).flat();
  const isPart = partsAmong(found);
  const parts = found.filter((_, i) => isPart[i]);
  if (parts.length === 0) return undefined;
  const others = found.filter((_, i) => !isPart[i]);
  const files = await filesInput(parts);
  const input: Input = {
    ...files,
    name: title(folders.map(folder => folder.path.split('/').at(-1)).join(', ')),
    folders,
    relisted: async () => (await partsInput(folders))?.input ?? input,
  };
  return { input, leftOut: leftOutText(others) };
}

function partsAmong(uris: readonly Uri[]): readonly boolean[] {
  const names = namesOf(uris);
  const refs = uris.map(({ path }, i) => ({ kind: 'file' as const, path, name: names[i] ?? path }));
  const singles = new Set(
    sourceGroups(refs, undefined).flatMap(group => (group.kind === 'one' ? [group.ref] : [])),
  );
  return refs.map(ref => !singles.has(ref));
}
