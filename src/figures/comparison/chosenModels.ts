import {
  type ComparedModels,
  comparedModels,
  splitsWith,
} from '../../core/comparison/comparedModels';
import type { PredictionData } from '../../core/predictionData';
import type { ModelSamples } from '../../core/samples/modelSamples';
import type { Control, FigureOptions } from '../../shared/figure';
import { textOption } from '../options';

/** Models compared on the rows of one split, with the control that changes it where there are several. */
export interface ChosenModels<T extends ModelSamples> extends ComparedModels<T> {
  readonly controls: readonly Control[];
}

export function chosenModels<T extends ModelSamples>(
  data: PredictionData,
  options: FigureOptions,
  test: (model: ModelSamples) => model is T,
): ChosenModels<T> {
  const splits = splitsWith(data, test);
  const split = textOption(options, 'split', splits, splits[0] ?? '');
  const control: Control = {
    kind: 'choice',
    id: 'split',
    label: 'Rows',
    value: split,
    options: splits.map(name => ({ value: name, label: name === '' ? 'without a split' : name })),
  };
  return {
    ...comparedModels(data, test, split),
    controls: splits.length > 1 ? [control] : [],
  };
}
