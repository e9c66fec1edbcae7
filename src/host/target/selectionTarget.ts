import type { TextDocument, TextEditor } from 'vscode';
import { literalsAround } from '../../readers/text/literalsAround';
import type { TextPiece } from '../../readers/text/readText';
import type { Target } from './target';

/**
 * The selected texts of an editor; without a selection the array literals around the cursor, else the
 * whole document.
 */
export function selectionTarget(editor: TextEditor): Target {
  const pieces = selectedPieces(editor);
  return pieces.length > 0
    ? textTarget(editor.document, pieces)
    : textTarget(editor.document, [pieceAtCursor(editor)]);
}

/** A document read as if all of it were selected. */
export function documentTarget(document: TextDocument): Target {
  return textTarget(document, [{ text: document.getText(), line: 1 }]);
}

function selectedPieces({ document, selections }: TextEditor): readonly TextPiece[] {
  return selections
    .filter(selection => !selection.isEmpty)
    .sort((a, b) => a.start.compareTo(b.start))
    .map(selection => ({
      text: document.getText(selection),
      line: selection.start.line + 1,
      ...(selection.start.line > 0 ? { head: document.lineAt(0).text } : {}),
    }));
}

function pieceAtCursor({ document, selection }: TextEditor): TextPiece {
  const text = document.getText();
  return literalsAround(text, document.offsetAt(selection.active)) ?? { text, line: 1 };
}

function textTarget(document: TextDocument, pieces: readonly TextPiece[]): Target {
  const file = document.uri.path.split('/').at(-1) ?? document.uri.path;
  return {
    name: file,
    kind: 'selection',
    uris: [document.uri],
    names: [file],
    bytes: pieces.reduce((sum, piece) => sum + piece.text.length, 0),
    load: () => Promise.resolve([{ kind: 'text', name: file, pieces }]),
  };
}
