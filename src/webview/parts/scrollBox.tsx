import type { ComponentChildren, VNode } from 'preact';

interface Props {
  readonly label: string;
  readonly children: ComponentChildren;
}

/** A box that scrolls sideways on its own and can be reached by keyboard. */
export function ScrollBox({ label, children }: Props): VNode {
  return (
    <div class="scroll" tabIndex={0} role="region" aria-label={label}>
      {children}
    </div>
  );
}
