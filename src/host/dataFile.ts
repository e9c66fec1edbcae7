import { TabInputCustom, TabInputNotebook, TabInputText, type Uri, window } from 'vscode';
import { isReached } from '../readers/formats';

/** Files the menus offer. */
export function isDataFile(path: string): boolean {
  return isReached(path, 'offered');
}

/** Files the side view opens by itself: texts and logs may be about anything. */
export function isFollowedFile(path: string): boolean {
  return isReached(path, 'followed');
}

/** The file of the active editor, also where it is no text editor. */
export function activeFile(): Uri | undefined {
  const input: unknown = window.tabGroups.activeTabGroup.activeTab?.input;
  const inTab =
    input instanceof TabInputText ||
    input instanceof TabInputCustom ||
    input instanceof TabInputNotebook;
  return inTab ? input.uri : window.activeTextEditor?.document.uri;
}
