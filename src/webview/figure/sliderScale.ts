import type { Control } from '../../shared/figure';

type Slider = Extract<Control, { kind: 'slider' }>;

/** The last of the places a slider has, from 0. */
export const positions = 1000;

/** How far an arrow key moves the slider: one step of the value, or a hundredth of a logarithmic way. */
export function keyStep({ min, max, step, scale }: Slider): number {
  const share = scale === 'log' ? 0.01 : step / (max - min);
  // Rounded down, as the last step must not lie beyond the end.
  return Math.floor(share * positions * 1000) / 1000;
}

/** Where a value stands on a slider, 0 to 1000. */
export function positionOf(control: Slider, value: number): number {
  const { min, max } = control;
  const share =
    control.scale === 'log'
      ? Math.log(value / min) / Math.log(max / min)
      : (value - min) / (max - min);
  return Math.round(Math.min(Math.max(share || 0, 0), 1) * positions);
}

/** The value of a slider's position, on its steps. */
export function valueAt(control: Slider, position: number): number {
  const { min, max, step } = control;
  const share = position / positions;
  if (control.scale === 'log') return Number((min * (max / min) ** share).toPrecision(3));
  const raw = min + share * (max - min);
  const stepped = step > 0 ? min + Math.round((raw - min) / step) * step : raw;
  return Number(Math.min(stepped, max).toPrecision(12));
}
