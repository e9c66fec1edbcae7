import type { Usable, UsableBinary } from '../samples/usable';
import { atSamples, type Beside } from './beside';
import type { Reading } from './reading';

/** Columns that are tried in the place of those that were taken. */
const mostColumns = 30;

/** The rows with another column of the file in the place of the prediction or the probability. */
export function columnReadings(usable: Usable, { columns }: Beside): readonly Reading[] {
  if (usable.task !== 'regression' && usable.task !== 'binary') return [];
  return columns.slice(0, mostColumns).flatMap((column): readonly Reading[] => {
    const values = atSamples(usable, column);
    if (values === null) return [];
    if (usable.task === 'binary') return asProbability(usable, values, column.name);
    return [
      {
        text: `with "${column.name}" for the prediction`,
        cost: 2,
        usable: { ...usable, prediction: values },
      },
    ];
  });
}

/** As P(positive), and as the probability of the label that the file itself names. */
function asProbability(
  usable: UsableBinary,
  values: Float64Array,
  name: string,
): readonly Reading[] {
  if (!values.every(value => value >= 0 && value <= 1)) return [];
  const asPositive: Reading = {
    text: `with "${name}" for the probability of the positive class, "${usable.classes[1]}"`,
    cost: 2,
    usable: withProbability(usable, values),
  };
  return [asPositive, ...asConfidence(usable, values, `with "${name}" for`)];
}

/** Where labels are the file's own: the probability meant for the predicted label, as some tools write it. */
export function asConfidence(
  usable: UsableBinary,
  values: Float64Array,
  how: string,
): readonly Reading[] {
  if (usable.predictedFrom !== 'label') return [];
  const probability = values.map((p, i) => (usable.predicted[i] === 1 ? p : 1 - p));
  return [
    {
      text: `${how} the probability of the predicted label`,
      cost: 2,
      usable: withProbability(usable, probability),
    },
  ];
}

function withProbability(usable: UsableBinary, probability: Float64Array): UsableBinary {
  const { margin: _, marginIsLogit: __, ...rest } = usable;
  return { ...rest, probability };
}
