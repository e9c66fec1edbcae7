import {
  Disposable,
  type TextEditor,
  type Uri,
  type WebviewView,
  type WebviewViewProvider,
  window,
  workspace,
} from 'vscode';
import { activeFile, isFollowedFile } from '../dataFile';
import { filesInput } from '../input/filesInput';
import { selectionInput } from '../input/selectionInput';
import { Later } from '../later';
import type { Services } from '../services';
import { setting } from '../settings';
import { pageHtml, webviewOptions } from './html';
import { PageSession } from './pageSession';

export const sideViewId = 'lossLens.side';
const followDelay = 300;
const largestUnasked = 20_000_000;

/** The report in the side bar. While it is visible it follows the selection or the data file of the active editor. */
export class SideView implements WebviewViewProvider, Disposable {
  readonly #services: Services;
  readonly #later: Later = new Later(followDelay, () => this.#follow());
  readonly #listeners: Disposable;
  readonly #onOpen: (session: PageSession) => void;
  #open: { readonly view: WebviewView; readonly session: PageSession } | undefined;
  /** What was followed last: the same place is not read twice. */
  #followed = '';

  constructor(services: Services, onOpen: (session: PageSession) => void) {
    this.#services = services;
    this.#onOpen = onOpen;
    const soon = (): void => this.#later.call();
    this.#listeners = Disposable.from(
      window.onDidChangeTextEditorSelection(soon),
      window.onDidChangeActiveTextEditor(soon),
      window.tabGroups.onDidChangeTabs(soon),
      workspace.onDidChangeTextDocument(soon),
    );
  }

  get session(): PageSession | undefined {
    return this.#open?.session;
  }

  resolveWebviewView(view: WebviewView): void {
    const { extension } = this.#services;
    view.webview.options = webviewOptions(extension);
    const session = new PageSession(view.webview, this.#services, view);
    this.#open = { view, session };
    this.#followed = '';
    view.onDidChangeVisibility(() => this.#later.call());
    view.onDidDispose(() => {
      session.dispose();
      if (this.#open?.view === view) this.#open = undefined;
    });
    view.webview.html = pageHtml(view.webview, extension, 'side');
    this.#onOpen(session);
    this.#later.call();
  }

  dispose(): void {
    this.#later.dispose();
    this.#listeners.dispose();
    this.#open?.session.dispose();
  }

  async #follow(): Promise<void> {
    if (this.#open?.view.visible !== true || !setting('followSelection')) return;
    const editor = window.activeTextEditor;
    if (editor !== undefined && selectsNumbers(editor)) await this.#followSelection(editor);
    else await this.#followFile(activeFile());
  }

  async #followSelection(editor: TextEditor): Promise<void> {
    const ranges = editor.selections.map(({ start, end }) => [start, end]);
    if (!this.#isNew([editor.document.uri, editor.document.version, ranges])) return;
    await this.#open?.session.inspect(selectionInput(editor));
  }

  async #followFile(uri: Uri | undefined): Promise<void> {
    if (uri === undefined || !isFollowedFile(uri.path)) return;
    const document = workspace.textDocuments.find(open => open.uri.toString() === uri.toString());
    if (!this.#isNew([uri, document?.isDirty === true ? document.version : 0])) return;
    const input = await filesInput([uri]);
    if (input.bytes > largestUnasked) this.#open?.session.wait(input);
    else await this.#open?.session.inspect(input);
  }

  #isNew(place: readonly unknown[]): boolean {
    const key = JSON.stringify(place);
    const isNew = key !== this.#followed;
    this.#followed = key;
    return isNew;
  }
}

function selectsNumbers({ document, selections }: TextEditor): boolean {
  return selections.some(selection => !selection.isEmpty && /\d/.test(document.getText(selection)));
}
