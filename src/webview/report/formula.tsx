import type { VNode } from 'preact';
import { mathElements } from './mathElements';

interface Props {
  /** MathML source. */
  readonly mathml: string;
  readonly plain: string;
}

/** A formula drawn from its MathML, or its plain text where the source is no formula. */
export function Formula({ mathml, plain }: Props): VNode {
  const root = new DOMParser().parseFromString(mathml, 'application/xml').documentElement;
  if (root.localName !== 'math') return <p class="formula">{plain}</p>;
  return <div class="formula">{mathElements(root, { display: 'block', 'aria-label': plain })}</div>;
}
