import { type ComponentChild, h, type VNode } from 'preact';

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

interface Props {
  /** MathML source. */
  readonly mathml: string;
  readonly plain: string;
}

/** A formula drawn from its MathML, or its plain text where the source is no formula. */
export function Formula({ mathml, plain }: Props): VNode {
  const root = new DOMParser().parseFromString(mathml, 'application/xml').documentElement;
  if (root.localName !== 'math') return <p class="formula">{plain}</p>;
  return <div class="formula">{drawn(root, { display: 'block', 'aria-label': plain })}</div>;
}

/** The same tree made of MathML elements alone; anything else is left out. */
function drawn(source: Element, more: Readonly<Record<string, string>> = {}): ComponentChild {
  if (!allowed.has(source.localName)) return null;
  const kept = attributes.flatMap(name => {
    const value = source.getAttribute(name);
    return value === null ? [] : [[name, value] as const];
  });
  const children = Array.from(source.childNodes, child =>
    child instanceof Element ? drawn(child) : child.textContent,
  );
  return h(source.localName, { ...Object.fromEntries(kept), ...more }, ...children);
}
