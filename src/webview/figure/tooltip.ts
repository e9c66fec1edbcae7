import { shortened } from '../../shared/plainText';
import { el, refill } from '../el';
import type { HitText } from './hit';

/** The small box beside a point. Screen readers hear the same text from the live region instead. */
export class Tooltip {
  readonly element: HTMLElement = el('div', {
    class: 'tooltip',
    hidden: true,
    'aria-hidden': 'true',
  });

  show(text: HitText, at: { readonly x: number; readonly y: number }, width: number): void {
    refill(
      this.element,
      el('strong', {}, el('bdi', {}, shortened(text.title, 80))),
      ...text.facts.map(([name, value]) =>
        el(
          'div',
          {},
          el('span', { class: 'quiet' }, shortened(name, 60)),
          el('span', {}, shortened(value, 60)),
        ),
      ),
      text.hint !== undefined && el('div', { class: 'quiet' }, text.hint),
    );
    this.element.hidden = false;
    const { style } = this.element;
    const onLeft = at.x > width / 2;
    style.setProperty('left', onLeft ? 'auto' : `${at.x + 14}px`);
    style.setProperty('right', onLeft ? `${width - at.x + 14}px` : 'auto');
    style.setProperty('top', `${Math.max(0, at.y - 16)}px`);
  }

  hide(): void {
    this.element.hidden = true;
  }
}
