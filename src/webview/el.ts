import { visible } from '../shared/plainText';

export type Child = Node | string | false | null | undefined;
type Handler = (event: Event) => void;
export type Attributes = Readonly<Record<string, string | number | boolean | undefined | Handler>>;

const spoken = new Set([
  ...['title', 'aria-label', 'aria-description', 'aria-valuetext', 'aria-roledescription'],
  ...['alt', 'label', 'placeholder'],
]);

/**
 * A new element. `false` and `undefined` leave an attribute out, `true` sets it empty, a function listens
 * to the event its name gives (`onclick`). Text is never read as markup.
 */
export function el<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Attributes = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[K] {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) assign(node, name, value);
  fill(node, children);
  return node;
}

function assign(node: HTMLElement, name: string, value: Attributes[string]): void {
  if (typeof value === 'function') node.addEventListener(name.replace(/^on/, ''), value);
  else if (value === true) node.setAttribute(name, '');
  else if (typeof value === 'number') node.setAttribute(name, String(value));
  else if (typeof value === 'string') {
    node.setAttribute(name, spoken.has(name) ? visible(value) : value);
  }
}

/** Replaces what `node` holds. */
export function refill(node: Element, ...children: readonly Child[]): void {
  node.replaceChildren();
  fill(node, children);
}

function fill(node: Element, children: readonly Child[]): void {
  for (const child of children) {
    if (typeof child === 'string') node.append(visible(child));
    else if (child) node.append(child);
  }
}
