import { window } from 'vscode';
import type { App } from '../app';
import { activeFile, isDataFile } from '../dataFile';
import { selectionInput } from '../input/selectionInput';
import { ui } from '../ui';
import { inspectFile } from './inspectFile';
import { inspectInPanel } from './inspectInPanel';

/** Inspects the selected numbers; without a selection the arrays at the cursor, the data file or the document. */
export async function inspectSelection(app: App): Promise<void> {
  const editor = window.activeTextEditor;
  if (editor === undefined) {
    const file = activeFile();
    if (file !== undefined) return inspectFile(app, file);
    void ui.info('Open a file and select the numbers to inspect.');
    return;
  }
  const nothingSelected = editor.selections.every(selection => selection.isEmpty);
  const { uri } = editor.document;
  if (nothingSelected && isDataFile(uri.path)) return inspectFile(app, uri);
  return inspectInPanel(app, selectionInput(editor));
}
