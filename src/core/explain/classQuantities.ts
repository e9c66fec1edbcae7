import { calibrationGap } from '../measures/calibrationGap';
import { type ClassView, classView } from '../measures/classView';
import { clippedVariants } from '../measures/clippedVariants';
import { meanOfSamples } from '../measures/meanOfSamples';
import type { Measured } from '../measures/measured';
import { rocAuc } from '../measures/rankings';
import { tally } from '../measures/tally';
import { Once } from '../memo/once';
import type { UsableBinary, UsableMulticlass } from '../samples/usable';
import type { Quantity } from './quantity';

/** What other libraries print for classes, beside the catalogue's own values. */
export function classQuantities(usable: UsableBinary | UsableMulticlass): readonly Quantity[] {
  const view = classView(usable, () => null);
  return [
    ...clippedLosses(view),
    ...focalLosses(view),
    ...calibrationErrors(view),
    ...averages(view),
    ...ofHardLabels(view),
    ...brierPerClass(view),
  ].filter(({ value }) => Number.isFinite(value));
}

function clippedLosses(view: ClassView): readonly Quantity[] {
  return clippedVariants(view).map(({ library, rule, value }) => ({
    text: `Log loss of ${library} (${rule})`,
    value,
    kind: 'log',
    // Dearer than the exact one, which stands for all of them where nothing was clipped.
    cost: 1,
  }));
}

/** (1 - p)^2 (-ln p) with the class balance of torchvision and Keras. */
function focalLosses(view: ClassView): readonly Quantity[] {
  const { costOfTruth, ofTruth } = view.outputs;
  if (costOfTruth === undefined || ofTruth === undefined || !view.binary) return [];
  const balanced = meanOfSamples(view, i => {
    const alpha = view.target[i] === 1 ? 0.25 : 0.75;
    return alpha * (1 - ofTruth(i)) ** 2 * Math.min(100, costOfTruth(i));
  });
  return quantity(balanced, 'Focal loss with gamma 2 and alpha 0.25 (torchvision)', 'log', 1);
}

function calibrationErrors(view: ClassView): readonly Quantity[] {
  return [5, 15, 20].flatMap(bins =>
    quantity(
      calibrationGap(view, bins),
      `Expected calibration error with ${bins} bins`,
      'score',
      1,
    ),
  );
}

/** The averages of precision, recall and F1 that scikit-learn calls micro, macro and weighted. */
function averages(view: ClassView): readonly Quantity[] {
  if (view.n === 0) return [];
  const { correctOf, actualOf, predictedOf, total } = tally(view);
  const ids = [...actualOf.keys()].filter(k => actualOf[k]! > 0 || predictedOf[k]! > 0);
  const share = (part: number, whole: number) => (whole === 0 ? 0 : part / whole);
  const perClass = {
    precision: (k: number) => share(correctOf[k]!, predictedOf[k]!),
    recall: (k: number) => share(correctOf[k]!, actualOf[k]!),
    F1: (k: number) => share(2 * correctOf[k]!, actualOf[k]! + predictedOf[k]!),
  };
  return Object.entries(perClass).flatMap(([name, of]): readonly Quantity[] => [
    {
      text: `${name} with average="macro"`,
      value: ids.reduce((sum, k) => sum + of(k), 0) / ids.length,
      kind: 'score',
      cost: 1,
    },
    {
      text: `${name} with average="weighted"`,
      value: ids.reduce((sum, k) => sum + (of(k) * actualOf[k]!) / total, 0),
      kind: 'score',
      cost: 1,
    },
  ]);
}

/** ROC AUC fed with hard labels instead of scores. */
function ofHardLabels(view: ClassView): readonly Quantity[] {
  if (!view.binary) return [];
  const labels = Float64Array.from(view.predicted);
  const hard = { ...view, outputs: { scores: () => labels }, once: new Once() };
  return quantity(rocAuc(hard, 1), 'ROC AUC of hard labels instead of probabilities', 'score', 1);
}

/** The multiclass Brier score divided by the number of classes, or the binary one over both classes. */
function brierPerClass(view: ClassView): readonly Quantity[] {
  const { probability } = view.outputs;
  if (probability === undefined) return [];
  const classes = view.classes.length;
  const sum = meanOfSamples(view, i => {
    let squares = 0;
    for (let k = 0; k < classes; k++) {
      squares += (probability(k, i) - (view.target[i] === k ? 1 : 0)) ** 2;
    }
    return view.binary ? squares : squares / classes;
  });
  const text = view.binary
    ? 'Brier score summed over both classes'
    : 'Brier score divided by the number of classes (mean squared error of one-hot targets)';
  return quantity(sum, text, 'squares', 1);
}

function quantity(
  measured: Measured,
  text: string,
  kind: Quantity['kind'],
  cost: number,
): readonly Quantity[] {
  return measured !== null && 'value' in measured
    ? [{ text, value: measured.value, kind, cost }]
    : [];
}
