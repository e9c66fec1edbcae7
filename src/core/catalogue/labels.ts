import { listed, plural } from '../../shared/text';
import { sklearnAverage, sklearnLabels } from '../code/classRecipes';
import type { ClassView } from '../measures/classView';
import type { Measured } from '../measures/measured';
import { type Tally, tally } from '../measures/tally';
import { noMean } from '../measures/totalWeight';
import { sumOf } from '../statistics/sum';
import type { Family, MetricDefinition } from './metricDefinition';

const shared = {
  tasks: ['binary', 'multiclass'],
  direction: 'higher',
  range: '0 to 1',
  perfect: 1,
  parameters: [],
} as const satisfies Partial<MetricDefinition>;

function overTally(compute: (counts: Tally, view: ClassView) => Measured) {
  return (view: ClassView): Measured => noMean(view) ?? compute(tally(view), view);
}

interface Share {
  readonly value: number;
  /** True when it was 0 / 0 and 0 was taken. */
  readonly empty: boolean;
}

function share(part: number, whole: number): Share {
  return whole === 0 ? { value: 0, empty: true } : { value: part / whole, empty: false };
}

/** Per-class value of the positive class, or the mean over the classes that occur. */
function perClass(ofClass: (counts: Tally, k: number) => Share, zero: string) {
  return overTally((counts, view) => {
    const ids = view.binary ? [1] : occurring(counts);
    const shares = ids.map(k => ({ k, ...ofClass(counts, k) }));
    const value = sumOf(shares.length, i => shares[i]!.value) / shares.length;
    const empty = shares.filter(one => one.empty).map(one => `"${view.classes[one.k]!}"`);
    if (empty.length === 0) return { value };
    const names = empty.length > 5 ? '' : `: ${listed(empty)}`;
    return {
      value,
      note: `${zero} for ${plural(empty.length, 'class', 'classes')}${names}; 0 is taken`,
    };
  });
}

/** Classes among the targets or the predicted labels, as scikit-learn's macro average has them. */
function occurring({ actualOf, predictedOf }: Tally): readonly number[] {
  return [...actualOf.keys()].filter(k => actualOf[k]! > 0 || predictedOf[k]! > 0);
}

function balanced({ correctOf, actualOf }: Tally, view: ClassView): Measured {
  const present = [...actualOf.keys()].filter(k => actualOf[k]! > 0);
  const value = sumOf(
    present.length,
    j => share(correctOf[present[j]!]!, actualOf[present[j]!]!).value,
  );
  const absent = view.classes.length - present.length;
  const measured = { value: value / present.length };
  if (absent === 0) return measured;
  return { ...measured, note: `left out: ${plural(absent, 'class', 'classes')} without rows` };
}

function chanceAgreement({ total, actualOf, predictedOf }: Tally): number {
  return sumOf(actualOf.length, k => (actualOf[k]! / total) * (predictedOf[k]! / total));
}

function kappa(counts: Tally): Measured {
  const chance = chanceAgreement(counts);
  const constant = occurring(counts).length < 2;
  if (constant) return { undefined: 'targets and predictions are one and the same class' };
  return { value: (counts.correct / counts.total - chance) / (1 - chance) };
}

/** Matthews correlation for any number of classes (Gorodkin 2004). */
function matthews(counts: Tally): Measured {
  const { total, correct, actualOf, predictedOf } = counts;
  const spread = (a: Float64Array, b: Float64Array) =>
    total * total - sumOf(a.length, k => a[k]! * b[k]!);
  const onlyOne = (counts: Float64Array) => counts.filter(count => count > 0).length < 2;
  if (onlyOne(actualOf)) return { undefined: 'the targets are all of one class' };
  if (onlyOne(predictedOf)) return { undefined: 'the predictions are all of one class' };
  const covariance = correct * total - sumOf(actualOf.length, k => actualOf[k]! * predictedOf[k]!);
  return {
    value:
      covariance /
      Math.sqrt(spread(actualOf, actualOf)) /
      Math.sqrt(spread(predictedOf, predictedOf)),
  };
}

const zeroRule = 'A class for which it would be 0 / 0 counts as 0, as in scikit-learn.';
const macroRule =
  'Two classes: of the positive class. Several: the plain mean over the classes that occur (macro).';

/** Scores of hard labels. */
export const labelMetrics: Family<
  'zero_one' | 'accuracy' | 'balanced_accuracy' | 'precision' | 'recall' | 'f1' | 'mcc' | 'kappa'
> = {
  zero_one: {
    ...shared,
    measures: 'classes',
    name: 'Zero-one loss',
    formula: 'share of rows whose label is wrong',
    tex: String.raw`\frac{1}{n} \sum (\hat y \ne y)`,
    direction: 'lower',
    perfect: 0,
    measure: overTally(({ correct, total }) => ({ value: (total - correct) / total })),
    sample: {
      name: '0-1 loss',
      dependsOn: () => 'label',
      loss:
        ({ target, predicted, predictedMask }) =>
        i =>
          target[i] === predicted[i & predictedMask] ? 0 : 1,
      block: null,
      curve: null,
    },
    baseline: 'frequencies',
    kind: 'share',
    interval: 'share',
    code: sklearnLabels('zero_one_loss'),
    note: 'One minus the accuracy.',
    source: 'scikit-learn zero_one_loss',
  },
  accuracy: {
    ...shared,
    measures: 'classes',
    name: 'Accuracy',
    formula: 'share of rows whose label is right',
    tex: String.raw`\frac{1}{n} \sum (\hat y = y)`,
    measure: overTally(({ correct, total }) => ({ value: correct / total })),
    sample: null,
    baseline: 'frequencies',
    kind: 'share',
    interval: 'share',
    code: sklearnLabels('accuracy_score'),
    note: "Labels are the file's own where it has them, else p >= 0.5, else the largest probability. Keras and torchmetrics take p > 0.5.",
    source: 'scikit-learn accuracy_score',
  },
  balanced_accuracy: {
    ...shared,
    measures: 'classes',
    name: 'Balanced accuracy',
    formula: 'mean over classes of the share of their rows that is found',
    tex: String.raw`\frac{1}{K} \sum_k \frac{\mathrm{TP}_k}{n_k}`,
    measure: overTally(balanced),
    sample: null,
    baseline: null,
    kind: 'score',
    interval: 'none',
    code: sklearnLabels('balanced_accuracy_score'),
    note: 'Classes without rows are left out.',
    source: 'scikit-learn balanced_accuracy_score',
  },
  precision: {
    ...shared,
    measures: 'classes',
    name: 'Precision',
    formula: 'TP / (TP + FP)',
    tex: String.raw`\frac{\mathrm{TP}}{\mathrm{TP} + \mathrm{FP}}`,
    measure: perClass(
      ({ correctOf, predictedOf }, k) => share(correctOf[k]!, predictedOf[k]!),
      'nothing is predicted',
    ),
    sample: null,
    baseline: null,
    kind: 'score',
    interval: 'none',
    code: sklearnAverage('precision_score'),
    note: `${macroRule} ${zeroRule}`,
    source: 'scikit-learn precision_score',
  },
  recall: {
    ...shared,
    measures: 'classes',
    name: 'Recall',
    formula: 'TP / (TP + FN)',
    tex: String.raw`\frac{\mathrm{TP}}{\mathrm{TP} + \mathrm{FN}}`,
    measure: perClass(
      ({ correctOf, actualOf }, k) => share(correctOf[k]!, actualOf[k]!),
      'no row exists',
    ),
    sample: null,
    baseline: null,
    kind: 'score',
    interval: 'none',
    code: sklearnAverage('recall_score'),
    note: `${macroRule} ${zeroRule}`,
    source: 'scikit-learn recall_score',
  },
  f1: {
    ...shared,
    measures: 'classes',
    name: 'F1',
    formula: '2 TP / (2 TP + FP + FN)',
    tex: String.raw`\frac{2\,\mathrm{TP}}{2\,\mathrm{TP} + \mathrm{FP} + \mathrm{FN}}`,
    measure: perClass(
      ({ correctOf, actualOf, predictedOf }, k) =>
        share(2 * correctOf[k]!, actualOf[k]! + predictedOf[k]!),
      'no row and no prediction exists',
    ),
    sample: null,
    baseline: null,
    kind: 'score',
    interval: 'none',
    code: sklearnAverage('f1_score'),
    note: `${macroRule} ${zeroRule}`,
    source: 'scikit-learn f1_score',
  },
  mcc: {
    ...shared,
    measures: 'classes',
    name: 'Matthews correlation',
    formula:
      'correlation of true and predicted labels: c right of s rows, t_k true and p_k predicted of class k',
    tex: String.raw`\frac{c\,s - \sum_k t_k\,p_k}{\sqrt{\left(s^2 - \sum_k t_k^2\right) \left(s^2 - \sum_k p_k^2\right)}}`,
    range: '-1 to 1',
    measure: overTally(matthews),
    sample: null,
    baseline: null,
    kind: 'score',
    interval: 'none',
    code: sklearnLabels('matthews_corrcoef'),
    note: 'Undefined (0 / 0) when targets or predictions are all of one class; scikit-learn prints 0.',
    source: 'scikit-learn matthews_corrcoef',
  },
  kappa: {
    ...shared,
    measures: 'classes',
    name: "Cohen's kappa",
    formula: '(accuracy - chance) / (1 - chance)',
    tex: String.raw`\frac{p_o - p_e}{1 - p_e}`,
    range: '-1 to 1',
    measure: overTally(kappa),
    sample: null,
    baseline: null,
    kind: 'score',
    interval: 'none',
    code: sklearnLabels('cohen_kappa_score'),
    note: 'Chance is the agreement that the frequencies of targets and predictions alone would give.',
    source: 'scikit-learn cohen_kappa_score',
  },
};
