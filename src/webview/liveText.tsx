import type { VNode } from 'preact';
import { type Held, useHeld } from './changing';

/** Something that was said; `count` tells it from the same words before. */
export interface Said {
  readonly text: string;
  readonly count: number;
}

const whole = (said: Said): Said => said;

/** What is said to a person who cannot see the change. */
export function LiveText({ said }: { readonly said: Held<Said> }): VNode {
  const { text, count } = useHeld(said, whole);
  return (
    <div class="unseen" role="status" aria-live="polite">
      <span key={count}>{text}</span>
    </div>
  );
}
