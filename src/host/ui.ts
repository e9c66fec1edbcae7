import {
  type CancellationToken,
  Hover,
  type InputBoxOptions,
  MarkdownString,
  type Progress,
  ProgressLocation,
  type QuickPickItem,
  type QuickPickOptions,
  type Range,
  window,
} from 'vscode';
import { plainText } from '../shared/plainText';

const maxLabel = 200;
const maxTitle = 100;

/** A title of a tab or of a list: names in it may be as long as a file system allows. */
export function title(text: string): string {
  return plainText(text, maxTitle);
}

/**
 * The one door to what VS Code shows of its own. It makes links and icons of what looks like one, so every
 * text that comes from data passes through here and comes out as plain text.
 */
export const ui = {
  info: (text: string, ...buttons: readonly string[]): Thenable<string | undefined> =>
    window.showInformationMessage(plainText(text), ...buttons),

  warn: (text: string, ...buttons: readonly string[]): Thenable<string | undefined> =>
    window.showWarningMessage(plainText(text), ...buttons),

  error: (text: string, ...buttons: readonly string[]): Thenable<string | undefined> =>
    window.showErrorMessage(plainText(text), ...buttons),

  status: (text: string, milliseconds: number): void => {
    window.setStatusBarMessage(plainText(text, maxLabel), milliseconds);
  },

  /** The chosen one of `items`, themselves and not what is shown of them. */
  pick: async <Item extends QuickPickItem>(
    items: readonly Item[],
    options: QuickPickOptions,
  ): Promise<Item | undefined> => {
    const shown = items.map(item => ({ ...plainItem(item), item }));
    const texts = {
      title: title(options.title ?? ''),
      placeHolder: plainText(options.placeHolder ?? ''),
    };
    return (await window.showQuickPick(shown, { ...options, ...texts }))?.item;
  },

  /** Markdown over a place of an editor, in which data went through `markdownText`; its links may run `command` alone. */
  hover: (markdown: string, command: string, range: Range): Hover => {
    const content = new MarkdownString(markdown);
    content.isTrusted = { enabledCommands: [command] };
    return new Hover(content, range);
  },

  input: (options: InputBoxOptions): Thenable<string | undefined> => window.showInputBox(options),

  /** In a notification with a way to cancel. */
  progress: (
    text: string,
    task: (
      progress: Progress<{ message?: string; increment?: number }>,
      token: CancellationToken,
    ) => Promise<void>,
  ): Thenable<void> =>
    window.withProgress(
      { location: ProgressLocation.Notification, cancellable: true, title: title(text) },
      task,
    ),
} as const;

function plainItem({ label, description, detail }: QuickPickItem): QuickPickItem {
  return {
    label: plainText(label, maxLabel),
    ...(description === undefined ? {} : { description: plainText(description, maxLabel) }),
    ...(detail === undefined ? {} : { detail: plainText(detail, maxLabel) }),
  };
}
