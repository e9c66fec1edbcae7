import {
  type TextDocument,
  type TextDocumentContentChangeEvent,
  type TextEditor,
  type Uri,
  workspace,
} from 'vscode';
import type { SourceRef } from '../../engine/engine';
import { literalsAround } from '../../readers/text/literalsAround';
import type { Input } from './input';
import { type Stretch, stretchAfter } from './stretch';

/** A stretch of a document as it was read. */
export interface Piece {
  readonly text: string;
  /** 1-based line and 0-based character at which it starts. */
  readonly line: number;
  readonly character: number;
  /** Characters before it. */
  readonly offset: number;
  /** The first line of the document, when the piece stands below it: it may name the columns. */
  readonly head?: string;
}

/** Text of one document, as it was when a person pointed at it; knows where the text has gone since. */
export class SelectionInput implements Input {
  readonly kind = 'selection';
  readonly name: string;
  readonly uris: readonly Uri[];
  readonly names: readonly string[];
  readonly bytes: number;
  readonly pieces: readonly Piece[];
  #stretches: readonly Stretch[];

  /** `whole`: the pieces are all there is in the document, and so is what will be added to it. */
  constructor(uri: Uri, pieces: readonly Piece[], whole = false) {
    this.name = uri.path.split('/').at(-1) ?? uri.path;
    this.uris = [uri];
    this.names = [this.name];
    this.pieces = pieces;
    this.bytes = pieces.reduce((sum, piece) => sum + piece.text.length, 0);
    this.#stretches = pieces.map(({ offset, text }) => ({
      start: offset,
      end: whole ? Number.POSITIVE_INFINITY : offset + text.length,
    }));
  }

  load(): Promise<readonly SourceRef[]> {
    return Promise.resolve([{ kind: 'text', name: this.name, pieces: this.pieces }]);
  }

  /** Follows the text through changes of its document. */
  follow(changes: readonly TextDocumentContentChangeEvent[]): void {
    for (const { rangeOffset, rangeLength, text } of changes) {
      this.#stretches = this.#stretches.map(stretch =>
        stretchAfter(stretch, { start: rangeOffset, removed: rangeLength, added: text.length }),
      );
    }
  }

  /** Whether the document says something else there now; text that was only moved is found again. */
  isEdited(document: TextDocument): boolean {
    const text = document.getText();
    this.#stretches = this.#stretches.map((stretch, i) => found(text, stretch, this.pieces[i]!));
    return this.#stretches.some(
      ({ start, end }, i) => text.slice(start, end) !== this.pieces[i]!.text,
    );
  }

  /** The same place as it reads now; the same text when the document cannot be opened. */
  async anew(): Promise<SelectionInput> {
    const [uri] = this.uris;
    const document = await workspace.openTextDocument(uri!).then(
      opened => opened,
      () => undefined,
    );
    if (document === undefined || !this.isEdited(document)) return this;
    const text = document.getText();
    const whole = this.#stretches.some(({ end }) => end === Number.POSITIVE_INFINITY);
    const pieces = this.#stretches.map(({ start, end }) =>
      pieceOf(document, start, text.slice(start, end)),
    );
    return new SelectionInput(uri!, pieces, whole);
  }
}

/** Where the text of a piece stands, if it is no longer where it was followed to but still there. */
function found(text: string, stretch: Stretch, piece: Piece): Stretch {
  if (text.slice(stretch.start, stretch.end) === piece.text) return stretch;
  const start = text.indexOf(piece.text);
  return start < 0 || piece.text === '' ? stretch : { start, end: start + piece.text.length };
}

/**
 * The selected texts of an editor; without a selection the array literals around the cursor, else the
 * whole document.
 */
export function selectionInput(editor: TextEditor): SelectionInput {
  const { document, selection } = editor;
  const pieces = selectedPieces(editor);
  if (pieces.length > 0) return new SelectionInput(document.uri, pieces);
  const text = document.getText();
  const around = literalsAround(text, document.offsetAt(selection.active));
  if (around === null) return documentInput(document);
  const start = document.offsetAt(document.lineAt(around.line - 1).range.start);
  const offset = text.indexOf(around.text, start);
  return new SelectionInput(document.uri, [pieceOf(document, offset, around.text)]);
}

/** A document read as if all of it were selected. */
export function documentInput(document: TextDocument): SelectionInput {
  return new SelectionInput(document.uri, [pieceOf(document, 0, document.getText())], true);
}

function selectedPieces({ document, selections }: TextEditor): readonly Piece[] {
  return selections
    .filter(selection => !selection.isEmpty)
    .sort((a, b) => a.start.compareTo(b.start))
    .map(selection =>
      pieceOf(document, document.offsetAt(selection.start), document.getText(selection)),
    );
}

function pieceOf(document: TextDocument, offset: number, text: string): Piece {
  const { line, character } = document.positionAt(offset);
  const head = line > 0 ? { head: document.lineAt(0).text } : {};
  return { text, line: line + 1, character, offset, ...head };
}
