import type { ViewColumn } from 'vscode';

/** The panel or view that shows a page. */
export interface Place {
  readonly visible: boolean;
  /** The column of editors that it covers, if it covers one. */
  readonly column?: ViewColumn | undefined;
  show(): void;
}
