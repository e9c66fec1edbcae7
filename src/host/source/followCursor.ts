import { Disposable, window } from 'vscode';
import { type App, sessionsOf } from '../app';
import { Later } from '../later';
import { sourceOfUri } from './uriOfSource';

const cursorDelay = 100;

/** Tells the pages on which line of which source the cursor stands. */
export function followCursor(app: App): Disposable {
  const later = new Later(cursorDelay, () => {
    const editor = window.activeTextEditor;
    if (editor === undefined) return;
    const uri = editor.document.uri.toString();
    for (const session of sessionsOf(app)) {
      const source = sourceOfUri(session, uri);
      if (source >= 0) session.cursor({ source, line: editor.selection.active.line + 1 });
    }
  });
  return Disposable.from(
    later,
    window.onDidChangeTextEditorSelection(() => later.call()),
  );
}
