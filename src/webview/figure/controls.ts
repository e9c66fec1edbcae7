import type { Control, FigureOptions } from '../../shared/figure';
import type { PageContext } from '../context';
import { el } from '../el';
import { rough } from '../number';
import { button, labelledSelect } from '../parts';

type Change = (id: string, value: FigureOptions[string]) => void;
type ControlOf<K extends Control['kind']> = Extract<Control, { kind: K }>;
type Builders = {
  readonly [K in Control['kind']]: (
    control: ControlOf<K>,
    id: string,
    change: Change,
    context: PageContext,
  ) => HTMLElement;
};

const builders: Builders = { slider, choice, choices, toggle, copy };

/** The inputs of a figure. `prefix` keeps their ids apart from those of other figures. */
export function controlsOf(
  context: PageContext,
  controls: readonly Control[],
  prefix: string,
  change: Change,
): HTMLElement | undefined {
  if (controls.length === 0) return undefined;
  const inputs = controls.map(control =>
    (builders[control.kind] as Builders['toggle'])(
      control as ControlOf<'toggle'>,
      `${prefix}-${control.id}`,
      change,
      context,
    ),
  );
  return el('div', { class: 'controls' }, ...inputs);
}

/** Equal for controls that look the same but for their values. */
export function signatureOf(controls: readonly Control[]): string {
  return JSON.stringify(controls.map(control => ({ ...control, value: null })));
}

const positions = 1000;

function slider(control: ControlOf<'slider'>, id: string, change: Change): HTMLElement {
  const output = el('output', { for: id }, rough(control.value));
  const input = el('input', {
    id,
    type: 'range',
    min: 0,
    max: positions,
    step: keyStep(control),
    value: positionOf(control, control.value),
    'aria-valuetext': rough(control.value),
    oninput: () => {
      const value = valueAt(control, Number(input.value));
      output.textContent = rough(value);
      input.setAttribute('aria-valuetext', rough(value));
      change(control.id, value);
    },
  });
  return el('span', { class: 'field' }, el('label', { for: id }, control.label), input, output);
}

/** How far an arrow key moves the slider: one step of the value, or a hundredth of a logarithmic way. */
export function keyStep({ min, max, step, scale }: ControlOf<'slider'>): number {
  const share = scale === 'log' ? 0.01 : step / (max - min);
  // Rounded down, as the last step must not lie beyond the end.
  return Math.floor(share * positions * 1000) / 1000;
}

/** Where a value stands on a slider, 0 to 1000. */
export function positionOf(control: ControlOf<'slider'>, value: number): number {
  const { min, max } = control;
  const share =
    control.scale === 'log'
      ? Math.log(value / min) / Math.log(max / min)
      : (value - min) / (max - min);
  return Math.round(Math.min(Math.max(share || 0, 0), 1) * positions);
}

/** The value of a slider's position, on its steps. */
export function valueAt(control: ControlOf<'slider'>, position: number): number {
  const { min, max, step } = control;
  const share = position / positions;
  if (control.scale === 'log') return Number((min * (max / min) ** share).toPrecision(3));
  const raw = min + share * (max - min);
  const stepped = step > 0 ? min + Math.round((raw - min) / step) * step : raw;
  return Number(Math.min(stepped, max).toPrecision(12));
}

function choice(control: ControlOf<'choice'>, id: string, change: Change): HTMLElement {
  return labelledSelect(id, control.label, control.options, control.value, value =>
    change(control.id, value),
  );
}

function choices(control: ControlOf<'choices'>, id: string, change: Change): HTMLElement {
  const chosen = new Set(control.value);
  const boxes = control.options.map(option =>
    checkbox(`${id}-${option.value}`, option.label, chosen.has(option.value), checked => {
      if (checked) chosen.add(option.value);
      else chosen.delete(option.value);
      change(
        control.id,
        control.options.map(o => o.value).filter(value => chosen.has(value)),
      );
    }),
  );
  return el(
    'span',
    { class: 'field', role: 'group', 'aria-label': control.label },
    el('span', { class: 'label' }, control.label),
    ...boxes,
  );
}

function toggle(control: ControlOf<'toggle'>, id: string, change: Change): HTMLElement {
  return checkbox(id, control.label, control.value, checked => change(control.id, checked));
}

function checkbox(
  id: string,
  label: string,
  checked: boolean,
  change: (checked: boolean) => void,
): HTMLElement {
  const input = el('input', {
    id,
    type: 'checkbox',
    checked,
    onchange: () => change(input.checked),
  });
  return el('label', { class: 'check', for: id }, input, el('bdi', { class: 'name' }, label));
}

function copy(
  control: ControlOf<'copy'>,
  id: string,
  _change: Change,
  context: PageContext,
): HTMLElement {
  return button(
    'secondary',
    control.label,
    () => context.post({ type: 'copy', text: control.text }),
    { id },
  );
}
