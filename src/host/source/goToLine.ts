import { Range, TextEditorRevealType, type Uri, ViewColumn, window, workspace } from 'vscode';
import { ui } from '../ui';

/** Shows a 1-based line in the editor that has the document open, else in the first column. */
export async function goToLine(uri: Uri | undefined, line: number): Promise<void> {
  if (uri === undefined) return;
  const document = await workspace.openTextDocument(uri).then(
    found => found,
    () => undefined,
  );
  if (document === undefined) {
    const name = uri.path.split('/').at(-1);
    void ui.info(`${name} cannot be shown as text; the row is on line ${line}.`);
    return;
  }
  const range = document.lineAt(Math.min(Math.max(line, 1), document.lineCount) - 1).range;
  const editor = await window.showTextDocument(document, {
    viewColumn: columnOf(uri),
    selection: new Range(range.start, range.start),
  });
  editor.revealRange(range, TextEditorRevealType.InCenterIfOutsideViewport);
}

function columnOf(uri: Uri): ViewColumn {
  const shown = window.visibleTextEditors.find(
    editor => editor.document.uri.toString() === uri.toString(),
  );
  return shown?.viewColumn ?? ViewColumn.One;
}
