import { pickedForecast } from '../forecast/pickedForecast';
import {
  type BinaryModelSamples,
  type ModelSamples,
  type MulticlassModelSamples,
  rowOf,
} from '../samples/modelSamples';
import { type CommonRows, thinned } from './commonRows';

/** The samples at `indices` alone. */
export function pickedSamples(model: ModelSamples, indices: Int32Array): ModelSamples {
  const n = indices.length;
  const pick = (values: Float64Array) => {
    const picked = new Float64Array(n);
    for (let k = 0; k < n; k++) picked[k] = values[indices[k]!]!;
    return picked;
  };
  const pickLabels = ({ target, predicted }: BinaryModelSamples | MulticlassModelSamples) => ({
    target: indices.map(i => target[i]!),
    predicted: indices.map(i => predicted[i]!),
  });
  const weight = model.weight && { weight: pick(model.weight) };
  const base = { n, rows: indices.map(i => rowOf(model, i)), ...weight };
  switch (model.task) {
    case 'regression': {
      const { lower, upper, variance, quantiles, forecast } = model;
      return {
        ...model,
        ...base,
        target: pick(model.target),
        prediction: pick(model.prediction),
        ...(lower && { lower: pick(lower) }),
        ...(upper && { upper: pick(upper) }),
        ...(variance && { variance: pick(variance) }),
        ...(quantiles && {
          quantiles: quantiles.map(({ level, values }) => ({ level, values: pick(values) })),
        }),
        ...(forecast && {
          forecast: pickedForecast(forecast, pick, codes => indices.map(i => codes[i]!)),
        }),
      };
    }
    case 'errors':
      return { ...model, ...base, error: pick(model.error) };
    case 'binary': {
      const { probability, margin } = model;
      return {
        ...model,
        ...base,
        ...pickLabels(model),
        ...(probability && { probability: pick(probability) }),
        ...(margin && { margin: pick(margin) }),
      };
    }
    case 'multiclass': {
      const { probabilities, logits, confidence } = model;
      return {
        ...model,
        ...base,
        ...pickLabels(model),
        ...(probabilities && { probabilities: probabilities.map(pick) }),
        ...(logits && { logits: logits.map(pick) }),
        ...(confidence && { confidence: pick(confidence) }),
      };
    }
  }
}

/** The models on at most `most` of the rows they share, evenly spaced. */
export function thinnedModels(
  models: readonly ModelSamples[],
  common: CommonRows,
  most: number,
): readonly ModelSamples[] {
  const { samples } = thinned(common, most);
  return models.map((model, m) => {
    const own = samples[m]!;
    return own === null ? model : pickedSamples(model, own);
  });
}

/** At most `most` samples, evenly spaced. */
export function thinnedSamples(model: ModelSamples, most: number): ModelSamples {
  const step = Math.ceil(model.n / most);
  const length = Math.ceil(model.n / step);
  const indices = new Int32Array(length);
  for (let i = 0; i < length; i++) indices[i] = i * step;
  return pickedSamples(model, indices);
}
