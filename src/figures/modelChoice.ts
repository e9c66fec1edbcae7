import type { FigureData } from '../core/figureData';
import { modelsWith } from '../core/modelsWith';
import { modelTitle } from '../core/modelTitle';
import type { Usable } from '../core/samples/usable';
import type { Control, FigureOptions } from '../shared/figure';
import { textOption } from './options';

/** The model a figure is asked to show, the first by default, and the control that changes it. */
export interface ModelChoice<T extends Usable> {
  readonly model: T;
  /** Place among all models of the data; colours go by it. */
  readonly index: number;
  readonly controls: readonly Control[];
}

/** Throws when no model passes `test`. */
export function modelChoice<T extends Usable>(
  data: FigureData,
  options: FigureOptions,
  test: (usable: Usable) => usable is T,
  id = 'model',
  label = 'Model',
): ModelChoice<T> {
  const models = modelsWith(data, test);
  const places = models.map(model => String(data.usable.indexOf(model)));
  if (places[0] === undefined) throw new Error('No model has what this figure shows.');
  const value = textOption(options, id, places, places[0]);
  const control: Control = {
    kind: 'choice',
    id,
    label,
    value,
    options: models.map((model, i) => ({ value: places[i]!, label: modelTitle(model) })),
  };
  return {
    model: models[places.indexOf(value)]!,
    index: Number(value),
    controls: models.length > 1 ? [control] : [],
  };
}
