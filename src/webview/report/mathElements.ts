import { type ComponentChild, h } from 'preact';

const allowed: ReadonlySet<string> = new Set([
  'math',
  'mrow',
  'mi',
  'mo',
  'mn',
  'mtext',
  'mspace',
  'mfrac',
  'msqrt',
  'mroot',
  'msup',
  'msub',
  'msubsup',
  'munder',
  'mover',
  'munderover',
  'mtable',
  'mtr',
  'mtd',
  'mstyle',
  'mpadded',
  'mphantom',
]);
const attributes: readonly string[] = [
  'display',
  'mathvariant',
  'stretchy',
  'fence',
  'separator',
  'accent',
  'columnalign',
  'width',
  'movablelimits',
  'form',
];

/** The same tree made of MathML elements alone; anything else is left out. */
export function mathElements(
  source: Element,
  more: Readonly<Record<string, string>> = {},
): ComponentChild {
  if (!allowed.has(source.localName)) return null;
  const kept = attributes.flatMap(name => {
    const value = source.getAttribute(name);
    return value === null ? [] : [[name, value] as const];
  });
  const children = Array.from(source.childNodes, child =>
    child instanceof Element ? mathElements(child) : child.textContent,
  );
  return h(source.localName, { ...Object.fromEntries(kept), ...more }, ...children);
}
