import type { VNode } from 'preact';
import { shortened } from '../../shared/plainText';

/** A name from a file: kept apart from its surroundings, cut with an ellipsis, whole on hover. */
export function Name({ text }: { readonly text: string }): VNode {
  const title = text.length > 20 ? shortened(text, 2000) : undefined;
  return (
    <bdi class="name" title={title}>
      {text === '' ? '(no name)' : shortened(text, 500)}
    </bdi>
  );
}
