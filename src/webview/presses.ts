/** A press that never ends, as when the window has lost the pointer, holds nothing back for longer. */
const longest = 1000;
const pressable = 'button, summary, label, select';

/**
 * Holds back whatever would draw the page anew while a button is pressed: a click is lost when its target has
 * been replaced since the pointer or the key went down.
 */
export class Presses {
  readonly #held: (() => void)[] = [];
  #pressed = false;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(root: EventTarget) {
    const pressed = ({ target }: Event): void => {
      if (target instanceof Element && target.closest(pressable) !== null) this.#press();
    };
    // The click follows the release.
    const released = (): void => {
      setTimeout(() => this.#release());
    };
    root.addEventListener('pointerdown', pressed);
    root.addEventListener('keydown', pressed);
    for (const end of ['pointerup', 'pointercancel', 'keyup']) root.addEventListener(end, released);
  }

  /** Acts at once, or when the button is let go; always in the order of the calls. */
  afterwards(act: () => void): void {
    if (this.#pressed) this.#held.push(act);
    else act();
  }

  #press(): void {
    this.#pressed = true;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#release(), longest);
  }

  #release(): void {
    clearTimeout(this.#timer);
    this.#pressed = false;
    for (const act of this.#held.splice(0)) act();
  }
}
