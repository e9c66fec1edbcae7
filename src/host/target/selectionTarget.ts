import type { TextDocument, TextEditor } from 'vscode';
import { literalsAround } from '../../readers/text/literalsAround';
import type { Target } from './target';

interface Piece {
  readonly text: string;
  readonly line: number;
}

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

function selectedPieces({ document, selections }: TextEditor): readonly Piece[] {
  return selections
    .filter(selection => !selection.isEmpty)
    .sort((a, b) => a.start.compareTo(b.start))
    .map(selection => ({ text: document.getText(selection), line: selection.start.line + 1 }));
}

function pieceAtCursor({ document, selection }: TextEditor): Piece {
  const text = document.getText();
  return literalsAround(text, document.offsetAt(selection.active)) ?? { text, line: 1 };
}

function textTarget(document: TextDocument, pieces: readonly Piece[]): Target {
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
