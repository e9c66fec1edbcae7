import type { ViewColumn } from 'vscode';

/** The panel or view that shows a page. */
export interface Place {
  readonly visible: boolean;
  /** True where a person asked for the report and may be asked back; the side view only accompanies. */
  readonly asks?: true;
  /** The column of editors that it covers, if it covers one. */
  readonly column?: ViewColumn | undefined;
  show(): void;
}
