import type { ComponentChildren, VNode } from 'preact';
import { readable } from '../../shared/text';
import { whole } from '../number';

/** What tests and screen readers find a number of the report by. */
export interface NumberHooks {
  readonly 'data-model'?: string;
  readonly 'data-metric'?: string;
  readonly 'data-series'?: string;
  readonly 'data-split'?: string | undefined;
}

interface Props {
  readonly value: number;
  readonly hooks?: NumberHooks;
  readonly class?: string;
  /** What stands behind the number. */
  readonly children?: ComponentChildren;
}

/** A number of the report in its cell: four digits and thousands apart, whole on hover and on copy. */
export function NumberCell({ value, hooks, class: name = 'number', children }: Props): VNode {
  const exact = whole(value);
  return (
    <td class={name} {...hooks}>
      <span title={exact} data-whole={exact}>
        {readable(value)}
      </span>
      {children}
    </td>
  );
}
