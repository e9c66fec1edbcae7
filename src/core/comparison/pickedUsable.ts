import { rowOf, type Usable, type UsableBinary, type UsableMulticlass } from '../samples/usable';
import { type CommonRows, thinned } from './commonRows';

/** The samples at `indices` alone. */
export function pickedUsable(usable: Usable, indices: Int32Array): Usable {
  const n = indices.length;
  const pick = (values: Float64Array) => {
    const picked = new Float64Array(n);
    for (let k = 0; k < n; k++) picked[k] = values[indices[k]!]!;
    return picked;
  };
  const pickLabels = ({ target, predicted }: UsableBinary | UsableMulticlass) => ({
    target: indices.map(i => target[i]!),
    predicted: indices.map(i => predicted[i]!),
  });
  const weight = usable.weight && { weight: pick(usable.weight) };
  const base = { n, rows: indices.map(i => rowOf(usable, i)), ...weight };
  switch (usable.task) {
    case 'regression': {
      const { lower, upper, variance } = usable;
      return {
        ...usable,
        ...base,
        target: pick(usable.target),
        prediction: pick(usable.prediction),
        ...(lower && { lower: pick(lower) }),
        ...(upper && { upper: pick(upper) }),
        ...(variance && { variance: pick(variance) }),
      };
    }
    case 'errors':
      return { ...usable, ...base, error: pick(usable.error) };
    case 'binary': {
      const { probability, margin } = usable;
      return {
        ...usable,
        ...base,
        ...pickLabels(usable),
        ...(probability && { probability: pick(probability) }),
        ...(margin && { margin: pick(margin) }),
      };
    }
    case 'multiclass': {
      const { probabilities, logits, confidence } = usable;
      return {
        ...usable,
        ...base,
        ...pickLabels(usable),
        ...(probabilities && { probabilities: probabilities.map(pick) }),
        ...(logits && { logits: logits.map(pick) }),
        ...(confidence && { confidence: pick(confidence) }),
      };
    }
  }
}

/** The models on at most `most` of the rows they share, evenly spaced. */
export function thinnedModels(
  models: readonly Usable[],
  common: CommonRows,
  most: number,
): readonly Usable[] {
  const { samples } = thinned(common, most);
  return models.map((model, m) => {
    const own = samples[m]!;
    return own === null ? model : pickedUsable(model, own);
  });
}

/** At most `most` samples, evenly spaced. */
export function thinnedUsable(usable: Usable, most: number): Usable {
  const step = Math.ceil(usable.n / most);
  const length = Math.ceil(usable.n / step);
  const indices = new Int32Array(length);
  for (let i = 0; i < length; i++) indices[i] = i * step;
  return pickedUsable(usable, indices);
}
