import type { VNode } from 'preact';
import type { Control, FigureOptions } from '../../shared/figure';
import { usePage } from '../context';
import { Button } from '../parts/button';
import { LabelledSelect } from '../parts/labelledSelect';
import { NumberInput } from './numberInput';
import { Slider } from './slider';

type Change = (id: string, value: FigureOptions[string]) => void;
type ControlOf<K extends Control['kind']> = Extract<Control, { kind: K }>;

interface InputProps<K extends Control['kind']> {
  readonly control: ControlOf<K>;
  readonly id: string;
  readonly onChange: (value: FigureOptions[string]) => void;
}

type Inputs = { readonly [K in Control['kind']]: (props: InputProps<K>) => VNode };

const inputs: Inputs = {
  slider: Slider,
  number: NumberInput,
  choice: Choice,
  choices: Choices,
  toggle: Toggle,
  copy: Copy,
};

interface Props {
  readonly controls: readonly Control[];
  /** Keeps the ids of the inputs apart from those of other figures. */
  readonly prefix: string;
  readonly onChange: Change;
}

/** The inputs of a figure. */
export function Controls({ controls, prefix, onChange }: Props): VNode | null {
  if (controls.length === 0) return null;
  return (
    <div class="controls">
      {controls.map(control => {
        const Input = inputs[control.kind] as Inputs['toggle'];
        return (
          <Input
            key={control.id}
            control={control as ControlOf<'toggle'>}
            id={`${prefix}-${control.id}`}
            onChange={value => onChange(control.id, value)}
          />
        );
      })}
    </div>
  );
}

function Choice({ control, id, onChange }: InputProps<'choice'>): VNode {
  const { label, options, value } = control;
  return (
    <LabelledSelect id={id} label={label} options={options} value={value} onChoose={onChange} />
  );
}

function Choices({ control, id, onChange }: InputProps<'choices'>): VNode {
  const { label, options, value } = control;
  const chosen = new Set(value);
  return (
    <span class="field" role="group" aria-label={label}>
      <span class="label">{label}</span>
      {options.map(option => (
        <CheckBox
          key={option.value}
          id={`${id}-${option.value}`}
          label={option.label}
          checked={chosen.has(option.value)}
          onChange={checked => {
            const isWanted = (one: string): boolean =>
              one === option.value ? checked : chosen.has(one);
            onChange(options.map(one => one.value).filter(isWanted));
          }}
        />
      ))}
    </span>
  );
}

function Toggle({ control, id, onChange }: InputProps<'toggle'>): VNode {
  return <CheckBox id={id} label={control.label} checked={control.value} onChange={onChange} />;
}

interface CheckBoxProps {
  readonly id: string;
  readonly label: string;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
}

function CheckBox({ id, label, checked, onChange }: CheckBoxProps): VNode {
  return (
    <label class="check" for={id}>
      <input
        id={id}
        type="checkbox"
        checked={checked}
        onChange={event => onChange(event.currentTarget.checked)}
      />
      <bdi class="name">{label}</bdi>
    </label>
  );
}

function Copy({ control, id }: InputProps<'copy'>): VNode {
  const page = usePage();
  return (
    <Button
      kind="secondary"
      id={id}
      onClick={() => page.post({ type: 'copy', text: control.text })}
    >
      {control.label}
    </Button>
  );
}
