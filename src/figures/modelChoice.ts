import { modelsWith } from '../core/modelsWith';
import { modelTitle } from '../core/modelTitle';
import type { PredictionData } from '../core/predictionData';
import type { ModelSamples } from '../core/samples/modelSamples';
import type { Control, FigureOptions } from '../shared/figure';
import { textOption } from './options';

/** The model a figure is asked to show, the first by default, and the control that changes it. */
export interface ModelChoice<T extends ModelSamples> {
  readonly model: T;
  /** Place among all models of the data; colours go by it. */
  readonly index: number;
  readonly controls: readonly Control[];
}

/** Throws when no model passes `test`. */
export function modelChoice<T extends ModelSamples>(
  data: PredictionData,
  options: FigureOptions,
  test: (model: ModelSamples) => model is T,
  id = 'model',
  label = 'Model',
): ModelChoice<T> {
  const models = modelsWith(data, test);
  const places = models.map(model => String(data.models.indexOf(model)));
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
