import assert from 'node:assert/strict';
import type { VNode } from 'preact';
import { mathElements } from '../../../../src/webview/report/mathElements';

/** As much of an element as the formula looks at. */
class FakeElement {
  readonly localName: string;
  readonly childNodes: readonly (FakeElement | { readonly textContent: string })[];
  readonly #attributes: Readonly<Record<string, string>>;

  constructor(
    localName: string,
    childNodes: FakeElement['childNodes'] = [],
    attributes: Readonly<Record<string, string>> = {},
  ) {
    this.localName = localName;
    this.childNodes = childNodes;
    this.#attributes = attributes;
  }

  getAttribute(name: string): string | null {
    return this.#attributes[name] ?? null;
  }
}

const text = (textContent: string) => ({ textContent });

/** What is drawn of a tree, as plain data. */
function drawn(root: FakeElement): string {
  const global = globalThis as unknown as Record<string, unknown>;
  const before = global.Element;
  global.Element = FakeElement;
  try {
    return shown(mathElements(root as unknown as Element));
  } finally {
    global.Element = before;
  }
}

function shown(node: unknown): string {
  if (Array.isArray(node)) return node.map(shown).join('');
  if (node === null || node === undefined) return '';
  if (typeof node !== 'object') return String(node);
  const { type, props } = node as VNode<Record<string, unknown>>;
  const { children, ...others } = props;
  const attributes = Object.entries(others).map(([name, value]) => ` ${name}=${String(value)}`);
  return `<${String(type)}${attributes.join('')}>${shown(children)}</>`;
}

describe('a formula', () => {
  it('is drawn of MathML elements and their harmless attributes', () => {
    const power = new FakeElement('msup', [
      new FakeElement('mi', [text('e')], { mathvariant: 'normal' }),
      new FakeElement('mn', [text('2')]),
    ]);
    assert.equal(
      drawn(new FakeElement('math', [power])),
      '<math><msup><mi mathvariant=normal>e</><mn>2</></></>',
    );
  });

  it('leaves out every other element with all that is in it, and every other attribute', () => {
    const script = new FakeElement('script', [text('alert(1)')]);
    const image = new FakeElement('img', [new FakeElement('mi', [text('x')])]);
    const link = new FakeElement('mi', [text('y')], { href: 'command:x', onclick: 'alert(1)' });
    const kept = drawn(new FakeElement('math', [script, image, link]));
    assert.equal(kept, '<math><mi>y</></>');
  });
});
