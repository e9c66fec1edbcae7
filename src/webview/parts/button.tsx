import type { ButtonHTMLAttributes, VNode } from 'preact';

interface Props extends ButtonHTMLAttributes {
  /** In the workbench's manner. */
  readonly kind: 'primary' | 'secondary' | 'quiet' | 'line';
}

/** A button that submits nothing. */
export function Button({ kind, children, ...attributes }: Props): VNode {
  return (
    <button type="button" class={kind} {...attributes}>
      {children}
    </button>
  );
}
