import type { Control, FigureOptions } from '../../shared/figure';
import type { Range } from './extent';

/** An empty text takes the option away. */
export function zoomOptions(range: Range | undefined): FigureOptions {
  return range === undefined ? { xMin: '', xMax: '' } : { xMin: range.min, xMax: range.max };
}

/** The control as it was set last, though the answer to that may not have come yet. */
export function withValue(control: Control, value: FigureOptions[string] | undefined): Control {
  return value === undefined || control.kind === 'copy'
    ? control
    : ({ ...control, value } as Control);
}
