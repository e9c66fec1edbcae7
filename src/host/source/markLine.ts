import {
  Range,
  type TextEditor,
  type TextEditorDecorationType,
  ThemeColor,
  type Uri,
  window,
} from 'vscode';

let decoration: TextEditorDecorationType | undefined;

/** Tints a 1-based line of the visible source while the pointer rests on its point; null takes it away. */
export function markLine(uri: Uri | undefined, line: number | null): void {
  const isSource = (editor: TextEditor): boolean =>
    editor.document.uri.toString() === uri?.toString();
  const editors = window.visibleTextEditors;
  if (decoration === undefined && (line === null || !editors.some(isSource))) return;
  decoration ??= window.createTextEditorDecorationType({
    isWholeLine: true,
    backgroundColor: new ThemeColor('editor.rangeHighlightBackground'),
    overviewRulerColor: new ThemeColor('editorOverviewRuler.rangeHighlightForeground'),
  });
  for (const editor of editors) {
    editor.setDecorations(decoration, isSource(editor) ? rangesOf(line) : []);
  }
}

function rangesOf(line: number | null): readonly Range[] {
  return line === null || line < 1 ? [] : [new Range(line - 1, 0, line - 1, 0)];
}
