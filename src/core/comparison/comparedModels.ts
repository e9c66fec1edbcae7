import { memoOf } from '../memo/memoOf';
import { modelsWith } from '../modelsWith';
import type { PredictionData } from '../predictionData';
import type { ModelSamples } from '../samples/modelSamples';
import { type CommonRows, commonRows } from './commonRows';

/** The models of one split side by side, on the rows they share. */
export interface ComparedModels<T extends ModelSamples> {
  readonly models: readonly T[];
  /** Place of each among all models of the data; colours go by it. */
  readonly indices: readonly number[];
  readonly common: CommonRows;
}

/** The splits in which models pass `test`, as they come; the empty text stands for rows without one. */
export function splitsWith<T extends ModelSamples>(
  data: PredictionData,
  test: (model: ModelSamples) => model is T,
): readonly string[] {
  return [...new Set(modelsWith(data, test).map(splitOf))];
}

/** Rows of different splits are never compared: those of `split`, by default the first that there is. */
export function comparedModels<T extends ModelSamples>(
  data: PredictionData,
  test: (model: ModelSamples) => model is T,
  split: string = splitsWith(data, test)[0] ?? '',
): ComparedModels<T> {
  const all = modelsWith(data, test).filter(model => splitOf(model) === split);
  const names = all.map(model => data.models.indexOf(model)).join(' ');
  const shared = memoOf(data).get(`rows of ${names}`, () => commonRows(all));
  // Models without a single common row cannot be compared: the first stands alone.
  const models = shared.n > 0 ? all : all.slice(0, 1);
  return {
    models,
    indices: models.map(model => data.models.indexOf(model)),
    common: shared.n > 0 ? shared : commonRows(models),
  };
}

function splitOf({ split }: ModelSamples): string {
  return split ?? '';
}
