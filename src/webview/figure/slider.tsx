import type { VNode } from 'preact';
import type { Control } from '../../shared/figure';
import { rough } from '../number';
import { keyStep, positionOf, positions, valueAt } from './sliderScale';

interface Props {
  readonly id: string;
  readonly control: Extract<Control, { kind: 'slider' }>;
  readonly onChange: (value: number) => void;
}

/** A number that is set by dragging or by the arrow keys. */
export function Slider({ id, control, onChange }: Props): VNode {
  return (
    <span class="field">
      <label for={id}>{control.label}</label>
      <input
        id={id}
        type="range"
        min={0}
        max={positions}
        step={keyStep(control)}
        value={positionOf(control, control.value)}
        aria-valuetext={rough(control.value)}
        onInput={event => onChange(valueAt(control, event.currentTarget.valueAsNumber))}
      />
      <output for={id}>{rough(control.value)}</output>
    </span>
  );
}
