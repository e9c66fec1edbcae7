import type { ComponentChildren, VNode } from 'preact';
import { useState } from 'preact/hooks';
import { usePage } from '../context';

interface Props {
  /** Its id, and the name under which the page remembers whether it is open. */
  readonly name: string;
  readonly class?: string;
  readonly summary: ComponentChildren;
  readonly children: ComponentChildren;
}

/** A section whose heading is a disclosure; remembers whether it was open. */
export function Disclosure({ name, class: kind, summary, children }: Props): VNode {
  const { memory } = usePage();
  const [open, setOpen] = useState(memory.flag(name, false));
  return (
    <details
      id={name}
      class={kind}
      open={open}
      onToggle={event => {
        setOpen(event.currentTarget.open);
        memory.setFlag(name, event.currentTarget.open);
      }}
    >
      <summary id={`${name}-summary`}>{summary}</summary>
      {children}
    </details>
  );
}
