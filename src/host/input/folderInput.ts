import type { Uri } from 'vscode';
import type { Engine } from '../../engine/engine';
import { plural } from '../../shared/text';
import { failureOf } from '../failure';
import { title } from '../ui';
import { filesInput } from './filesInput';
import { folderFiles } from './folderFiles';
import type { Input } from './input';
import { leftOutText } from './leftOutText';

const maxCompared = 50;

type Kind = 'training' | 'predictions' | 'nothing';

export interface FolderInput {
  readonly input: Input;
  /** What of the folders is not compared, in one sentence; undefined when nothing is left out. */
  readonly leftOut: string | undefined;
}

/** What can be compared in some folders: their training logs, else their predictions. */
export async function folderInput(
  engine: Engine,
  folders: readonly Uri[],
): Promise<FolderInput | undefined> {
  const found = (await Promise.all(folders.map(folderFiles))).flat();
  const looked = found.slice(0, maxCompared);
  const kinds = await Promise.all(looked.map(uri => kindOf(engine, uri)));
  const filesOf = (kind: Kind): readonly Uri[] => looked.filter((_, i) => kinds[i] === kind);
  const chosen = [filesOf('training'), filesOf('predictions')].find(uris => uris.length > 0);
  if (chosen === undefined) return undefined;
  const input = await filesInput(chosen);
  const name = title(folders.map(folder => folder.path.split('/').at(-1)).join(', '));
  const others = looked.filter(uri => !chosen.includes(uri));
  const unseen = found.length - looked.length;
  return { input: { ...input, name }, leftOut: comparedText(input.uris.length, others, unseen) };
}

/** A file without true values may find them in another file of the folder. */
async function kindOf(engine: Engine, uri: Uri): Promise<Kind> {
  try {
    const sources = await (await filesInput([uri])).load();
    const { id, report } = await engine.inspect(sources, { metrics: [], worst: 1 });
    await engine.close(id);
    return report.task === 'training' ? 'training' : 'predictions';
  } catch (error) {
    return failureOf(error).joinable === true ? 'predictions' : 'nothing';
  }
}

function comparedText(
  compared: number,
  others: readonly Uri[],
  unseen: number,
): string | undefined {
  const leftOut = leftOutText(others, unseen);
  return leftOut && `${plural(compared, 'file')} compared. ${leftOut}`;
}
