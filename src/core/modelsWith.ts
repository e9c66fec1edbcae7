import type { PredictionData } from './predictionData';
import type { ModelSamples } from './samples/modelSamples';

/** The models of `data` that have samples and pass `test`. */
export function modelsWith<T extends ModelSamples>(
  data: PredictionData,
  test: (model: ModelSamples) => model is T,
): readonly T[] {
  return data.models.filter(test).filter(model => model.n > 0);
}
