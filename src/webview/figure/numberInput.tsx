import type { VNode } from 'preact';
import type { Control } from '../../shared/figure';

interface Props {
  readonly id: string;
  readonly control: Extract<Control, { kind: 'number' }>;
  readonly onChange: (value: number | string) => void;
}

/** A number that is typed. An empty field goes back to what is usual. */
export function NumberInput({ id, control, onChange }: Props): VNode {
  return (
    <span class="field">
      <label for={id}>{control.label}</label>
      <input
        id={id}
        type="number"
        step="any"
        value={control.value}
        onChange={event => {
          const { value, valueAsNumber } = event.currentTarget;
          onChange(value === '' || !Number.isFinite(valueAsNumber) ? '' : valueAsNumber);
        }}
      />
    </span>
  );
}
