import type { BinaryModelSamples, ModelSamples } from '../samples/modelSamples';
import { atSamples, type Beside } from './beside';
import type { Reading } from './reading';

/** Columns that are tried in the place of those that were taken. */
const maxColumns = 30;

/** The rows with another column of the file in the place of the prediction or the probability. */
export function* columnReadings(model: ModelSamples, { columns }: Beside): Iterable<Reading> {
  if (model.task !== 'regression' && model.task !== 'binary') return;
  for (const column of columns.slice(0, maxColumns)) {
    const values = atSamples(model, column);
    if (values === null) continue;
    if (model.task === 'binary') yield* asProbability(model, values, column.name);
    else {
      const text = `with "${column.name}" for the prediction`;
      yield { text, cost: 2, model: { ...model, prediction: values } };
    }
  }
}

/** As P(positive), and as the probability of the label that the file itself names. */
function asProbability(
  model: BinaryModelSamples,
  values: Float64Array,
  name: string,
): readonly Reading[] {
  if (!values.every(value => value >= 0 && value <= 1)) return [];
  const asPositive: Reading = {
    text: `with "${name}" for the probability of the positive class, "${model.classes[1]}"`,
    cost: 2,
    model: withProbability(model, values),
  };
  return [asPositive, ...asConfidence(model, values, `with "${name}" for`)];
}

/** Where labels are the file's own: the probability meant for the predicted label, as some tools write it. */
export function asConfidence(
  model: BinaryModelSamples,
  values: Float64Array,
  how: string,
): readonly Reading[] {
  if (model.predictedFrom !== 'label') return [];
  const probability = values.map((p, i) => (model.predicted[i] === 1 ? p : 1 - p));
  return [
    {
      text: `${how} the probability of the predicted label`,
      cost: 2,
      model: withProbability(model, probability),
    },
  ];
}

function withProbability(model: BinaryModelSamples, probability: Float64Array): BinaryModelSamples {
  const { margin: _, marginIsLogit: __, ...rest } = model;
  return { ...rest, probability };
}
