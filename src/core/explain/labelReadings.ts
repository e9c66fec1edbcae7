import type {
  BinaryModelSamples,
  ModelSamples,
  MulticlassModelSamples,
} from '../samples/modelSamples';
import { asConfidence } from './columnReadings';
import type { Reading } from './reading';

/** The rows of a classifier with other labels, another positive class or other weights of the classes. */
export function labelReadings(
  model: BinaryModelSamples | MulticlassModelSamples,
): readonly Reading[] {
  return [...otherLabels(model), balanced(model), ...ofBinary(model)];
}

function ofBinary(model: ModelSamples): readonly Reading[] {
  if (model.task !== 'binary') return [];
  const { probability } = model;
  return [
    otherPositive(model),
    ...(probability === undefined
      ? []
      : asConfidence(model, probability, 'with its probability taken for')),
  ];
}

/** Labels cut from the probabilities, beside the file's own; and those of a cut that leaves 0.5 out. */
function otherLabels(model: BinaryModelSamples | MulticlassModelSamples): readonly Reading[] {
  if (model.task === 'multiclass') {
    const { probabilities: columns } = model;
    if (columns === undefined || model.predictedFrom !== 'label') return [];
    const predicted = model.predicted.map((_, i) => largestAt(columns, i));
    return [
      {
        text: `with the most probable class ${instead}`,
        cost: 1,
        model: { ...model, predicted },
      },
    ];
  }
  const { probability } = model;
  if (probability === undefined) return [];
  const cut = (holds: (p: number) => boolean): BinaryModelSamples => ({
    ...model,
    predicted: Int32Array.from(probability, p => Number(holds(p))),
  });
  const strict: Reading = {
    text: 'with p > 0.5 for the positive class, as Keras and torchmetrics have it',
    cost: 2,
    model: cut(p => p > 0.5),
  };
  if (model.predictedFrom !== 'label') return [strict];
  return [
    { text: `with labels from p >= 0.5 ${instead}`, cost: 1, model: cut(p => p >= 0.5) },
    strict,
  ];
}

const instead = 'instead of the labels of the file';

function largestAt(columns: readonly Float64Array[], i: number): number {
  let best = 0;
  for (let k = 1; k < columns.length; k++) if (columns[k]![i]! > columns[best]![i]!) best = k;
  return best;
}

/** The class that is called negative taken for the positive one, everywhere. */
function otherPositive(model: BinaryModelSamples): Reading {
  const turned = (labels: Int32Array) => labels.map(label => 1 - label);
  const { probability, margin } = model;
  return {
    text: `with "${model.classes[0]}" for the positive class`,
    cost: 1,
    model: {
      ...model,
      classes: [model.classes[1], model.classes[0]],
      target: turned(model.target),
      predicted: turned(model.predicted),
      ...(probability && { probability: probability.map(p => 1 - p) }),
      ...(margin && { margin: margin.map(x => -x) }),
    },
  };
}

/** Weights that let every class that occurs count the same. */
function balanced(model: BinaryModelSamples | MulticlassModelSamples): Reading {
  const total = new Float64Array(model.classes.length);
  const weightOf = (i: number) => model.weight?.[i] ?? 1;
  model.target.forEach((label, i) => {
    total[label]! += weightOf(i);
  });
  const weight = Float64Array.from(model.target, (label, i) => weightOf(i) / total[label]!);
  return {
    text: 'with every class weighing the same (class_weight="balanced")',
    cost: 2,
    model: { ...model, weight },
  };
}
