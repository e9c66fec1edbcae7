import type { VNode } from 'preact';
import { shortened, visible } from '../../shared/plainText';

export interface SelectOption {
  readonly value: string;
  readonly label: string;
}

interface Props {
  readonly id: string;
  readonly label: string;
  readonly options: readonly SelectOption[];
  readonly value: string;
  /** Receives the chosen value. */
  readonly onChoose: (value: string) => void;
}

/** A select with its label. */
export function LabelledSelect({ id, label, options, value, onChoose }: Props): VNode {
  return (
    <span class="field">
      <label for={id}>{label}</label>
      <select id={id} value={value} onChange={event => onChoose(event.currentTarget.value)}>
        {options.map(option => (
          <option key={option.value} value={option.value}>
            {shortened(visible(option.label), 60)}
          </option>
        ))}
      </select>
    </span>
  );
}
