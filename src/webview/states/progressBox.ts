import { visible } from '../../shared/plainText';
import type { Progress } from '../../shared/protocol/inspection';
import type { PageContext } from '../context';
import { el } from '../el';
import { counted, fileSize, timeLeft } from '../number';
import { button } from '../parts';

/** How far the reading is, with a way to stop it; it stays the same element while the reading goes on. */
export class ProgressBox {
  readonly element: HTMLElement;
  readonly #bar = el('progress', { max: 1 });
  readonly #facts = el('p', { class: 'quiet' });
  #name = '';

  constructor(context: PageContext) {
    const stop = button('secondary', 'Stop Reading', () => context.post({ type: 'cancel' }), {
      id: 'stop-reading',
    });
    this.element = el('div', { class: 'progress' }, this.#bar, this.#facts, stop);
  }

  /** Whether the page already shows it about the source of that name. */
  isShownAbout(name: string): boolean {
    return this.element.isConnected && name === this.#name;
  }

  show(name: string, { bytes, totalBytes, rows, secondsLeft }: Progress): void {
    const facts = [
      totalBytes > 0 ? `${fileSize(bytes)} of ${fileSize(totalBytes)}` : fileSize(bytes),
      counted(rows, 'row'),
      ...(secondsLeft === null ? [] : [timeLeft(secondsLeft)]),
    ];
    this.#name = name;
    this.#bar.ariaLabel = `Reading ${visible(name)}`;
    if (totalBytes > 0) this.#bar.value = Math.min(1, bytes / totalBytes);
    else this.#bar.removeAttribute('value');
    this.#facts.textContent = facts.join(', ');
  }
}
