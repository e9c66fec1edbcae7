import type { Usable, UsableBinary, UsableMulticlass } from '../samples/usable';
import { asConfidence } from './columnReadings';
import type { Reading } from './reading';

/** The rows of a classifier with other labels, another positive class or other weights of the classes. */
export function labelReadings(usable: UsableBinary | UsableMulticlass): readonly Reading[] {
  return [...otherLabels(usable), balanced(usable), ...ofBinary(usable)];
}

function ofBinary(usable: Usable): readonly Reading[] {
  if (usable.task !== 'binary') return [];
  const { probability } = usable;
  return [
    otherPositive(usable),
    ...(probability === undefined
      ? []
      : asConfidence(usable, probability, 'with its probability taken for')),
  ];
}

/** Labels cut from the probabilities, beside the file's own; and those of a cut that leaves 0.5 out. */
function otherLabels(usable: UsableBinary | UsableMulticlass): readonly Reading[] {
  if (usable.task === 'multiclass') {
    const { probabilities: columns } = usable;
    if (columns === undefined || usable.predictedFrom !== 'label') return [];
    const predicted = usable.predicted.map((_, i) => largestAt(columns, i));
    return [
      {
        text: `with the most probable class ${instead}`,
        cost: 1,
        usable: { ...usable, predicted },
      },
    ];
  }
  const { probability } = usable;
  if (probability === undefined) return [];
  const cut = (holds: (p: number) => boolean): UsableBinary => ({
    ...usable,
    predicted: Int32Array.from(probability, p => Number(holds(p))),
  });
  const strict: Reading = {
    text: 'with p > 0.5 for the positive class, as Keras and torchmetrics have it',
    cost: 2,
    usable: cut(p => p > 0.5),
  };
  if (usable.predictedFrom !== 'label') return [strict];
  return [
    { text: `with labels from p >= 0.5 ${instead}`, cost: 1, usable: cut(p => p >= 0.5) },
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
function otherPositive(usable: UsableBinary): Reading {
  const turned = (labels: Int32Array) => labels.map(label => 1 - label);
  const { probability, margin } = usable;
  return {
    text: `with "${usable.classes[0]}" for the positive class`,
    cost: 1,
    usable: {
      ...usable,
      classes: [usable.classes[1], usable.classes[0]],
      target: turned(usable.target),
      predicted: turned(usable.predicted),
      ...(probability && { probability: probability.map(p => 1 - p) }),
      ...(margin && { margin: margin.map(x => -x) }),
    },
  };
}

/** Weights that let every class that occurs count the same. */
function balanced(usable: UsableBinary | UsableMulticlass): Reading {
  const total = new Float64Array(usable.classes.length);
  const weightOf = (i: number) => usable.weight?.[i] ?? 1;
  usable.target.forEach((label, i) => {
    total[label]! += weightOf(i);
  });
  const weight = Float64Array.from(usable.target, (label, i) => weightOf(i) / total[label]!);
  return {
    text: 'with every class weighing the same (class_weight="balanced")',
    cost: 2,
    usable: { ...usable, weight },
  };
}
