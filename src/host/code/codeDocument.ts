import { type TextDocument, workspace } from 'vscode';
import { codeLanguageOf } from '../../names/code/language';
import type { CodeLanguage } from '../../shared/protocol/code';

/** A source text as the engine is asked about it. */
export interface CodeDocument {
  readonly text: string;
  readonly language: CodeLanguage;
  /** Of a cell of a notebook: the cells of its language that stand above it. */
  readonly before: string;
}

/** Longer texts are not looked at: no person writes them. */
const longest = 2_000_000;
const cellScheme = 'vscode-notebook-cell';

/** The text of an editor or of a cell; undefined where it is in no language in which losses are known, or too long. */
export function codeDocument(document: TextDocument): CodeDocument | undefined {
  const language = codeLanguageOf(document.languageId);
  if (language === undefined) return undefined;
  const text = document.getText();
  const before = document.uri.scheme === cellScheme ? cellsAbove(document) : '';
  return text.length + before.length > longest ? undefined : { text, language, before };
}

function cellsAbove(document: TextDocument): string {
  for (const notebook of workspace.notebookDocuments) {
    const documents = notebook.getCells().map(cell => cell.document);
    const place = documents.indexOf(document);
    if (place === -1) continue;
    const above = documents.slice(0, place);
    return above
      .filter(({ languageId }) => languageId === document.languageId)
      .map(cell => cell.getText())
      .join('\n');
  }
  return '';
}
