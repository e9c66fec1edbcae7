import { window } from 'vscode';
import type { App } from '../app';
import { activeFile } from '../dataFile';
import { filesInput } from '../input/filesInput';
import { compareFolders, foldersIn } from './compareFiles';
import { inspectInPanel } from './inspectInPanel';
import { pointedAt } from './pointedAt';

/**
 * Inspects a file, several as one report, or what is in a folder. The explorer passes the clicked file and all selected ones,
 * the palette nothing: then it is the active editor's file, else one that the person chooses.
 */
export async function inspectFile(app: App, clicked?: unknown, selected?: unknown): Promise<void> {
  const active = activeFile();
  const uris = pointedAt(clicked, selected) ?? (active === undefined ? undefined : [active]);
  const chosen =
    uris ?? (await window.showOpenDialog({ openLabel: 'Inspect Loss', canSelectMany: true }));
  if (chosen === undefined || chosen.length === 0) return;
  const folders = await foldersIn(chosen);
  if (folders.length > 0) await compareFolders(app, folders);
  else await inspectInPanel(app, await filesInput(chosen));
}
