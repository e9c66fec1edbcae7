import { calibrationGap } from '../measures/calibrationGap';
import { type ClassView, classView } from '../measures/classView';
import { clippedVariants } from '../measures/clippedVariants';
import { meanOfSamples } from '../measures/meanOfSamples';
import type { Measured } from '../measures/measured';
import { rocAuc } from '../measures/rankings';
import { Memo } from '../memo/memo';
import type { BinaryModelSamples, MulticlassModelSamples } from '../samples/modelSamples';
import { averages } from './averages';
import type { Quantity } from './quantity';
import { inSteps, type Steps } from './steps';

/** What other libraries print for classes, beside the catalogue's own values. */
export function classQuantities(
  model: BinaryModelSamples | MulticlassModelSamples,
): Steps<readonly Quantity[]> {
  const view = classView(model, () => null);
  const parts = [
    () => clippedLosses(view),
    ...epsilons.map(epsilon => () => homeMade(view, epsilon)),
    () => focalLosses(view),
    ...[5, 15, 20].map(bins => () => calibrationError(view, bins)),
    () => averages(view),
    () => ofHardLabels(view),
    () => brierPerClass(view),
    ...elementwise.map(loss => () => overClasses(view, loss)),
    ...[2, 3, 5, 10].map(count => () => topAccuracy(view, count)),
  ];
  return inSteps(parts.map(part => () => part().filter(({ value }) => Number.isFinite(value))));
}

function clippedLosses(view: ClassView): readonly Quantity[] {
  return clippedVariants(view).map(({ library, rule, value }) => ({
    text: `Log loss of ${library} (${rule})`,
    value,
    kind: 'log',
    // Dearer than the exact one, which stands for all of them where nothing was clipped.
    cost: 1,
    family: 'log loss',
  }));
}

/** What home-made formulas clip or add to keep the logarithm finite; it matters where p comes close to 0. */
const epsilons = [1e-2, 1e-3, 1e-4, 1e-5, 1e-6, 1e-7, 1e-8, 1e-9, 1e-10, 1e-12, 1e-14, 1e-20];

function homeMade(view: ClassView, epsilon: number): readonly Quantity[] {
  const { ofTruth } = view.outputs;
  if (ofTruth === undefined) return [];
  const clipped = (p: number) => Math.min(1 - epsilon, Math.max(epsilon, p));
  const ways = [
    [`p clipped at ${epsilon}`, (p: number) => clipped(p)],
    [`${epsilon} added to p`, (p: number) => p + epsilon],
    [`p clipped at ${epsilon} and ${epsilon} added to it`, (p: number) => clipped(p) + epsilon],
  ] as const;
  return ways.flatMap(([how, kept]) =>
    quantity(
      meanOfSamples(view, i => -Math.log(kept(ofTruth(i)))),
      `Log loss with ${how}${epsilon === 1e-7 ? ' (Keras)' : ''}`,
      'log',
      epsilon === 1e-7 ? 2 : 3,
    ).map(one => ({ ...one, family: 'log loss' })),
  );
}

interface Elementwise {
  readonly text: string;
  readonly kind: Quantity['kind'];
  readonly loss: (p: number, isTrue: boolean) => number;
}

/** Losses meant for two classes, of every class column on its own, averaged over rows and classes. */
const elementwise: readonly Elementwise[] = [
  {
    text: 'Binary cross-entropy of every class column, averaged over the classes (Keras binary_crossentropy of one-hot targets)',
    kind: 'log',
    loss: (p, isTrue) => -Math.log(Math.max(1e-7, isTrue ? p : 1 - p)),
  },
  {
    text: 'Binary accuracy of every class column, averaged over the classes (Keras binary_accuracy of one-hot targets)',
    kind: 'share',
    loss: (p, isTrue) => Number(p > 0.5 === isTrue),
  },
];

function overClasses(view: ClassView, { text, kind, loss }: Elementwise): readonly Quantity[] {
  const { probability } = view.outputs;
  if (probability === undefined || view.binary) return [];
  const classes = view.classes.length;
  const mean = meanOfSamples(view, i => {
    let sum = 0;
    for (let k = 0; k < classes; k++) sum += loss(probability(k, i), view.target[i] === k);
    return sum / classes;
  });
  return quantity(mean, text, kind, 1);
}

/** The true class among the `count` most probable, ties in its favour. */
function topAccuracy(view: ClassView, count: number): readonly Quantity[] {
  const { probability } = view.outputs;
  const classes = view.classes.length;
  if (probability === undefined || view.binary || count >= classes) return [];
  const share = meanOfSamples(view, i => {
    const own = probability(view.target[i]!, i);
    let above = 0;
    for (let k = 0; k < classes; k++) if (probability(k, i) > own) above++;
    return Number(above < count);
  });
  return quantity(share, `Top-${count} accuracy`, 'share', 1);
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

function calibrationError(view: ClassView, bins: number): readonly Quantity[] {
  const text = `Expected calibration error with ${bins} bins`;
  return quantity(calibrationGap(view, bins), text, 'score', 1);
}

/** ROC AUC fed with hard labels instead of scores. */
function ofHardLabels(view: ClassView): readonly Quantity[] {
  if (!view.binary) return [];
  const labels = Float64Array.from(view.predicted);
  const hard = { ...view, outputs: { scores: () => labels }, once: new Memo() };
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
