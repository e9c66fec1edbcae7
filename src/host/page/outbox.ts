import type { Webview } from 'vscode';
import { isToPage } from '../../shared/protocol/guard';
import type { ToPage } from '../../shared/protocol/messages';
import { refusal } from '../../shared/protocol/refusal';
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

  /** What the page would refuse is not sent to it; it is told why it does not come. */
  post(message: ToPage): void {
    const parts = isToPage(message) ? [message] : refusal(message);
    for (const part of parts) void this.#webview.postMessage(toWire(part));
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
