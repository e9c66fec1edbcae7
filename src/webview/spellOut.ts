import { type ComponentChildren, Fragment, options, type VNode } from 'preact';
import { visible } from '../shared/plainText';

/** Attributes that are read out or shown. */
const spoken = [
  ...['title', 'aria-label', 'aria-description', 'aria-valuetext', 'aria-roledescription'],
  ...['alt', 'label', 'placeholder'],
];

/**
 * From here on every text that is drawn, wherever it comes from, is spelled out by `visible`: no name in a file
 * can hide or reorder the text around it.
 */
export function spellOutTexts(): void {
  const before = options.vnode;
  options.vnode = vnode => {
    if (typeof vnode.type === 'string' || vnode.type === Fragment) spellOut(vnode);
    before?.(vnode);
  };
}

function spellOut({ props }: VNode): void {
  const all = props as { children?: ComponentChildren } & Record<string, unknown>;
  if (all.children !== undefined) all.children = spelledOut(all.children);
  for (const name of spoken) {
    const value = all[name];
    if (typeof value === 'string') all[name] = visible(value);
  }
}

function spelledOut(children: ComponentChildren): ComponentChildren {
  if (typeof children === 'string') return visible(children);
  return Array.isArray(children) ? children.map(spelledOut) : children;
}
