import type { Webview } from 'vscode';
import type { ToPage } from '../../shared/protocol/messages';
import { toWire } from '../../shared/protocol/wire';
import type { SourceLine } from '../../shared/sourceLine';
import type { Place } from './place';

/** What is told to a page, which hears nothing while it is hidden and has then forgotten everything. */
export class Outbox {
  readonly #webview: Webview;
  readonly #place: Place;
  #waiting: readonly ToPage[] = [];
  #cursor: SourceLine | null = null;

  constructor(webview: Webview, place: Place) {
    this.#webview = webview;
    this.#place = place;
  }

  post(message: ToPage): void {
    void this.#webview.postMessage(toWire(message));
  }

  /** Asks the page for something; a hidden one is shown for it. */
  request(message: ToPage): void {
    if (this.#place.visible) this.post(message);
    else {
      this.#waiting = [...this.#waiting, message];
      this.#place.show();
    }
  }

  /** Tells on which line of which source the editor's cursor stands. */
  cursor(place: SourceLine | null): void {
    this.#cursor = place;
    this.post({ type: 'cursor', line: null, ...place });
  }

  /** Posts what a page that was just drawn has missed. */
  postMissed(): void {
    this.cursor(this.#cursor);
    for (const message of this.#waiting) this.post(message);
    this.#waiting = [];
  }
}
