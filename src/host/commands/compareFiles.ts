import { FileType, type Uri, window, workspace } from 'vscode';
import type { App } from '../app';
import { filesInput } from '../input/filesInput';
import { folderInput } from '../input/folderInput';
import { partsInput } from '../input/partsInput';
import { ui } from '../ui';
import { inspectInPanel } from './inspectInPanel';
import { pointedAt } from './pointedAt';

/**
 * Compares several prediction files or several training histories: the files that are selected in the
 * explorer, those in a selected folder, or what the person chooses.
 */
export async function compareFiles(app: App, clicked?: unknown, selected?: unknown): Promise<void> {
  const uris = pointedAt(clicked, selected) ?? (await askForPlace());
  if (uris === undefined) return;
  const folders = await foldersIn(uris);
  if (folders.length > 0) return compareFolders(app, folders);
  const chosen = uris.length > 1 ? uris : await askForPartners(uris);
  if (chosen !== undefined) await inspectInPanel(app, await filesInput(chosen));
}

/** Shows the parts of tables in folders, else compares what else there is in them. */
export async function compareFolders(app: App, folders: readonly Uri[]): Promise<void> {
  const found = (await partsInput(folders)) ?? (await folderInput(app.services.engine(), folders));
  if (found === undefined) {
    const names = folders.map(folder => folder.path.split('/').at(-1)).join(', ');
    void ui.warn(`${names}: there is no training log and no prediction file in it.`);
    return;
  }
  await inspectInPanel(app, found.input);
  if (found.leftOut !== undefined) void ui.info(found.leftOut);
}

export async function foldersIn(uris: readonly Uri[]): Promise<readonly Uri[]> {
  const types = await Promise.all(
    uris.map(uri =>
      workspace.fs.stat(uri).then(
        ({ type }) => type,
        () => FileType.Unknown,
      ),
    ),
  );
  return uris.filter((_, i) => ((types[i] ?? 0) & FileType.Directory) !== 0);
}

/** Dialogs of some systems choose files or folders, never both. */
async function askForPlace(): Promise<readonly Uri[] | undefined> {
  const [files, folder] = ['Files', 'A Folder'];
  const kinds = [files, folder].map(label => ({ label }));
  const what = await ui.pick(kinds, {
    title: 'Compare Losses',
    placeHolder: 'Training logs or predictions, in files of your choice or in a whole folder',
  });
  if (what === undefined) return undefined;
  const options = what.label === folder ? { canSelectFolders: true, canSelectFiles: false } : {};
  return window.showOpenDialog({
    title: 'Compare Losses',
    openLabel: 'Compare',
    canSelectMany: true,
    ...options,
  });
}

async function askForPartners(uris: readonly Uri[]): Promise<readonly Uri[] | undefined> {
  const chosen = await window.showOpenDialog({
    title: 'Compare Losses With',
    openLabel: 'Compare',
    canSelectMany: true,
  });
  const all = [...uris, ...(chosen ?? [])];
  if (chosen === undefined || all.length > 1) return chosen && all;
  void ui.info('Choose at least two files to compare.');
  return undefined;
}
