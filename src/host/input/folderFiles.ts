import { FileType, Uri, workspace } from 'vscode';
import { isEntered, isGathered } from '../../roles/parts/folderEntries';

const deepest = 6;
const maxVisited = 5000;
/** The training logs and tables in a folder and the folders below, in the order of their paths. */
export async function folderFiles(folder: Uri): Promise<readonly Uri[]> {
  const found: Uri[] = [];
  let level: readonly Uri[] = [folder];
  let visited = 0;
  for (let depth = 0; depth < deepest && level.length > 0 && visited < maxVisited; depth++) {
    const entries = (await Promise.all(level.map(entriesOf))).flat();
    visited += entries.length;
    found.push(...entries.filter(entry => !entry.isFolder && isGathered(entry.name)).map(toUri));
    level = entries.filter(entry => entry.isFolder && isEntered(entry.name)).map(toUri);
  }
  const inOrder = new Intl.Collator('en', { numeric: true });
  return withoutCheckpoints(found).toSorted((a, b) => inOrder.compare(a.path, b.path));
}

interface Entry {
  readonly uri: Uri;
  readonly name: string;
  readonly isFolder: boolean;
}

const toUri = ({ uri }: Entry): Uri => uri;

/** A folder that cannot be listed counts as empty. */
async function entriesOf(folder: Uri): Promise<readonly Entry[]> {
  const listed = await workspace.fs.readDirectory(folder).then(
    entries => entries,
    () => [],
  );
  return listed
    .filter(([, type]) => (type & FileType.SymbolicLink) === 0 || (type & FileType.File) !== 0)
    .map(([name, type]) => ({
      uri: Uri.joinPath(folder, name),
      name,
      isFolder: (type & FileType.Directory) !== 0,
    }));
}

/** A trainer writes its whole history anew into every checkpoint: the latest of a run says all. */
function withoutCheckpoints(uris: readonly Uri[]): readonly Uri[] {
  const latest = new Map<string, { readonly step: number; readonly uri: Uri }>();
  for (const uri of uris) {
    const { run, step } = checkpointOf(uri.path);
    if (run === undefined) continue;
    if (step >= (latest.get(run)?.step ?? 0)) latest.set(run, { step, uri });
  }
  return uris.filter(uri => {
    const { run } = checkpointOf(uri.path);
    return run === undefined || latest.get(run)?.uri === uri;
  });
}

/** `out/checkpoint-500/trainer_state.json` belongs to the run `out`; without a checkpoint it is its last word. */
function checkpointOf(path: string): { readonly run: string | undefined; readonly step: number } {
  const parts = /^(.*?)(?:\/checkpoint-(\d+))?\/trainer_state\.json$/i.exec(path);
  const step = parts?.[2] === undefined ? Number.POSITIVE_INFINITY : Number(parts[2]);
  return { run: parts?.[1], step };
}
