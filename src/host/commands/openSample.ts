import { commands, Uri, ViewColumn, window, workspace } from 'vscode';
import type { App } from '../app';
import { isDataFile } from '../dataFile';
import { filesInput } from '../input/filesInput';
import { documentInput } from '../input/selectionInput';
import { ui } from '../ui';
import { inspectInPanel } from './inspectInPanel';
import { samples } from './sampleList';

/**
 * Opens one of the samples with its report beside it, and then says so in a context key, by which the step of the
 * walkthrough that shows it is done. The walkthrough passes the file's name.
 */
export async function openSample(app: App, name?: unknown): Promise<void> {
  const file = samples.find(sample => sample.file === name)?.file ?? (await askForSample());
  if (file === undefined) return;
  const uri = Uri.joinPath(app.services.extension, 'samples', file);
  const document = await workspace.openTextDocument(uri);
  await window.showTextDocument(document, { viewColumn: ViewColumn.One });
  await inspectInPanel(app, isDataFile(file) ? await filesInput([uri]) : documentInput(document));
  void commands.executeCommand('setContext', openedKey(file), true);
}

/** The context key that says of a sample that its report was shown. */
export function openedKey(file: string): string {
  return `lossLens.opened.${file.replace(/\..*$/, '')}`;
}

async function askForSample(): Promise<string | undefined> {
  const items = samples.map(({ file, detail }) => ({ label: file, detail }));
  const picked = await ui.pick(items, {
    title: 'Open a Sample',
    placeHolder: 'Each opens with its report beside it',
    matchOnDetail: true,
  });
  return picked?.label;
}
