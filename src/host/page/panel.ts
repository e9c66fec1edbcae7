import { type Disposable, Uri, ViewColumn, type WebviewPanel, window } from 'vscode';
import type { Services } from '../services';
import { title as plainTitle } from '../ui';
import { pageHtml, webviewOptions } from './html';
import { keptTarget } from './keep';
import { PageSession } from './pageSession';
import type { Place } from './place';

export const panelViewType = 'lossLens.panel';

/** The report beside the editor. One panel is used for every inspection. */
export class ReportPanel implements Disposable {
  readonly #services: Services;
  readonly #onOpen: (session: PageSession) => void;
  #open: { readonly panel: WebviewPanel; readonly session: PageSession } | undefined;

  constructor(services: Services, onOpen: (session: PageSession) => void) {
    this.#services = services;
    this.#onOpen = onOpen;
  }

  get session(): PageSession | undefined {
    return this.#open?.session;
  }

  /** The session of the panel, which is opened beside the editor or brought to the front. */
  show(title: string): PageSession {
    if (this.#open === undefined) this.#adopt(this.#create());
    else this.#open.panel.reveal(undefined, true);
    const { panel, session } = this.#open!;
    panel.title = plainTitle(`Loss: ${title}`);
    return session;
  }

  /** Fills a panel that VS Code has restored; `state` comes from the page and is not trusted. */
  async revive(panel: WebviewPanel, state: unknown): Promise<void> {
    const session = this.#adopt(panel);
    const input = await keptTarget(state);
    if (input !== undefined) await session.inspect(input);
  }

  dispose(): void {
    this.#open?.panel.dispose();
  }

  #create(): WebviewPanel {
    const place = { viewColumn: ViewColumn.Beside, preserveFocus: true };
    const options = webviewOptions(this.#services.extension);
    return window.createWebviewPanel(panelViewType, 'Loss Lens', place, options);
  }

  #adopt(panel: WebviewPanel): PageSession {
    this.#open?.panel.dispose();
    const { extension } = this.#services;
    const session = new PageSession(panel.webview, this.#services, placeOf(panel));
    this.#open = { panel, session };
    panel.onDidDispose(() => {
      session.dispose();
      if (this.#open?.panel === panel) this.#open = undefined;
    });
    panel.iconPath = Uri.joinPath(extension, 'media', 'icon.png');
    panel.webview.options = webviewOptions(extension);
    panel.webview.html = pageHtml(panel.webview, extension, 'panel');
    this.#onOpen(session);
    return session;
  }
}

function placeOf(panel: WebviewPanel): Place {
  return {
    asks: true,
    get visible() {
      return panel.visible;
    },
    get column() {
      return panel.viewColumn;
    },
    show: () => panel.reveal(undefined, true),
  };
}
