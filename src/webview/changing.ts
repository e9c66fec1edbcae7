import { useLayoutEffect, useState } from 'preact/hooks';

/** Something the page draws: tells whoever listens when it has become another. */
export class Changing {
  readonly #listeners = new Set<() => void>();

  /** Calls `listener` after every change until the returned function is called. */
  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  protected changed(): void {
    for (const listener of [...this.#listeners]) listener();
  }
}

/** One value that changes. */
export class Held<T> extends Changing {
  #value: T;

  constructor(value: T) {
    super();
    this.#value = value;
  }

  get value(): T {
    return this.#value;
  }

  set(value: T): void {
    this.#value = value;
    this.changed();
  }
}

/** Draws the component again after every change of `model`. */
export function useChanges(model: Changing): void {
  const [, setCount] = useState(0);
  useLayoutEffect(() => model.subscribe(() => setCount(count => count + 1)), [model]);
}

/** What `of` makes of the held value; the component is drawn again only when that is another. */
export function useHeld<T, Part>(held: Held<T>, pick: (value: T) => Part): Part {
  const [, setPart] = useState(pick(held.value));
  useLayoutEffect(() => held.subscribe(() => setPart(pick(held.value))), [held, pick]);
  return pick(held.value);
}
