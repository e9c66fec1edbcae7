import type { MetricId } from '../../shared/metricId';
import { definitionOf, metricsOf } from '../catalogue/catalogue';
import { labelSets } from '../outputs/labelSets';
import { type ModelSamples, rowOf } from '../samples/modelSamples';
import { sumOf } from '../statistics/sum';
import type { Quantity } from './quantity';

/**
 * What only several outputs together give: of labels the share of rows in which all are right
 * (scikit-learn's accuracy of a multi-label target) and the counts of all labels in one; of numbers R2 over all.
 */
export function outputQuantities(outputs: readonly ModelSamples[]): readonly Quantity[] {
  const labels = outputs.filter(one => one.task === 'binary');
  if (labels.length === outputs.length)
    return [...wholeRows(labels), ...overLabels(labels), ...ofLabelSets(labels)];
  const numbers = outputs.filter(one => one.task === 'regression');
  return numbers.length === outputs.length ? weightedR2(numbers) : [];
}

type Binary = Extract<ModelSamples, { task: 'binary' }>;
type Regression = Extract<ModelSamples, { task: 'regression' }>;

/** Rows that every output can be judged on. */
function wholeRows(outputs: readonly Binary[]): readonly Quantity[] {
  const seen = new Map<number, { count: number; right: number }>();
  for (const one of outputs) {
    for (let i = 0; i < one.n; i++) {
      const row = rowOf(one, i);
      const known = seen.get(row) ?? { count: 0, right: 0 };
      known.count++;
      if (one.predicted[i] === one.target[i]) known.right++;
      seen.set(row, known);
    }
  }
  const whole = [...seen.values()].filter(({ count }) => count === outputs.length);
  if (whole.length === 0) return [];
  const right = whole.filter(({ right }) => right === outputs.length).length;
  return [
    {
      text: 'Subset accuracy: the share of rows in which every label is right (scikit-learn accuracy_score of several labels)',
      value: right / whole.length,
      kind: 'share',
      cost: 0,
    },
  ];
}

/** Precision, recall, F1 and Jaccard of the labels of all outputs in one. */
function overLabels(outputs: readonly Binary[]): readonly Quantity[] {
  let [both, predicted, actual] = [0, 0, 0];
  for (const { n, target, predicted: labels } of outputs) {
    for (let i = 0; i < n; i++) {
      both += Number(target[i] === 1 && labels[i] === 1);
      predicted += labels[i]!;
      actual += target[i]!;
    }
  }
  const micro = (name: string, whole: number, part = both): readonly Quantity[] =>
    whole === 0
      ? []
      : [
          {
            text: `${name} with average="micro" over all labels`,
            value: part / whole,
            kind: 'score',
            cost: 1,
          },
        ];
  return [
    ...micro('Precision', predicted),
    ...micro('Recall', actual),
    ...micro('F1', predicted + actual, 2 * both),
    ...micro('Jaccard', predicted + actual - both),
  ];
}

/** What is told above in words of its own. */
const toldAlready: ReadonlySet<MetricId> = new Set<MetricId>([
  'subset_accuracy',
  'precision_micro',
  'recall_micro',
  'f1_micro',
]);

/** The scores of the catalogue that are of all labels of a row. */
function ofLabelSets(outputs: readonly Binary[]): readonly Quantity[] {
  const sets = labelSets(
    outputs,
    outputs.map((_, k) => String(k)),
  );
  return metricsOf('multilabel').flatMap(id => {
    const metric = definitionOf(id);
    if (metric.measures !== 'labelSets' || toldAlready.has(id)) return [];
    const measured = metric.measure(sets);
    if (measured === null || 'undefined' in measured) return [];
    const { name, kind } = metric;
    return [{ text: `${name} of all labels`, value: measured.value, kind, cost: 0 }];
  });
}

function weightedR2(outputs: readonly Regression[]): readonly Quantity[] {
  const parts = outputs.map(({ n, target, prediction }) => {
    const mean = sumOf(n, i => target[i]!) / n;
    return {
      errors: sumOf(n, i => (prediction[i]! - target[i]!) ** 2),
      spread: sumOf(n, i => (target[i]! - mean) ** 2),
    };
  });
  const spread = parts.reduce((sum, one) => sum + one.spread, 0);
  if (spread === 0) return [];
  return [
    {
      text: 'R2 over all outputs with multioutput="variance_weighted"',
      value: 1 - parts.reduce((sum, one) => sum + one.errors, 0) / spread,
      kind: 'score',
      cost: 1,
    },
  ];
}
