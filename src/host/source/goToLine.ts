import {
  Range,
  type TabGroup,
  TabInputText,
  TextEditorRevealType,
  type Uri,
  ViewColumn,
  window,
  workspace,
} from 'vscode';
import type { CellPlace } from '../../shared/protocol/inspection';
import { ui } from '../ui';
import { cellRange } from './cellRange';

interface Way {
  /** The column that the report covers. */
  readonly covered?: ViewColumn | undefined;
  /** What to select in the line. */
  readonly cell?: CellPlace | undefined;
}

/** Shows a 1-based line beside the report, with its value selected where it is known where that stands. */
export async function goToLine(
  uri: Uri | undefined,
  line: number,
  { covered, cell }: Way = {},
): Promise<void> {
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
  const shown = document.lineAt(Math.min(Math.max(line, 1), document.lineCount) - 1);
  const [from, to] = (cell && cellRange(shown.text, cell)) ?? [0, 0];
  const start = shown.range.start;
  const selection = new Range(start.translate(0, from), start.translate(0, to));
  const editor = await window.showTextDocument(document, {
    viewColumn: columnFor(uri, covered),
    selection,
  });
  editor.revealRange(selection, TextEditorRevealType.InCenterIfOutsideViewport);
}

/**
 * The column that shows the document, else one that has it open, else any but the one that the report covers:
 * a file opens beside the report, never over it.
 */
function columnFor(uri: Uri, covered: ViewColumn | undefined): ViewColumn {
  const address = uri.toString();
  const visible = window.visibleTextEditors.find(
    ({ document, viewColumn }) =>
      document.uri.toString() === address && viewColumn !== undefined && viewColumn !== covered,
  );
  if (visible?.viewColumn !== undefined) return visible.viewColumn;
  const free = window.tabGroups.all.filter(({ viewColumn }) => viewColumn !== covered);
  const isOpen = ({ tabs }: TabGroup): boolean =>
    tabs.some(({ input }) => input instanceof TabInputText && input.uri.toString() === address);
  return (free.find(isOpen) ?? free[0])?.viewColumn ?? ViewColumn.Beside;
}
