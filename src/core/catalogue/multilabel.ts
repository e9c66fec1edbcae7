import { type CodeLine, type Recipe, sklearn } from '../code/recipe';
import {
  macro,
  meanOverRows,
  micro,
  overlapOfRow,
  samples,
  shares,
} from '../outputs/labelMeasures';
import { coverage, misrankedPairs, overRanks, rankingPrecision } from '../outputs/labelRanks';
import type { LabelSets } from '../outputs/labelSets';
import type { Family, LabelSetMetric } from './metricDefinition';

const shared = {
  measures: 'labelSets',
  tasks: ['multilabel'],
  direction: 'higher',
  range: '0 to 1',
  perfect: 1,
  parameters: [],
  sample: null,
  kind: 'score',
  interval: 'none',
  baseline: null,
} as const satisfies Partial<LabelSetMetric>;

const labels = 'y_true, y_pred';
const line =
  (name: string, args: string): Recipe =>
  (context): readonly CodeLine[] => [sklearn(name, args, context)];
const averaged = (name: string, average: string): Recipe =>
  line(name, `${labels}, average="${average}", zero_division=0`);

const zeroRule = '0 / 0 counts as 0, as in scikit-learn, and the note says how often.';

type ShareName = 'precision' | 'recall' | 'f1';
const titles: Readonly<Record<ShareName, string>> = {
  precision: 'Precision',
  recall: 'Recall',
  f1: 'F1',
};
const formulas: Readonly<Record<ShareName, string>> = {
  precision: 'true and predicted / predicted',
  recall: 'true and predicted / true',
  f1: '2 (true and predicted) / (predicted + true)',
};
const fractions: Readonly<Record<ShareName, string>> = {
  precision: String.raw`\frac{|y \cap \hat y|}{|\hat y|}`,
  recall: String.raw`\frac{|y \cap \hat y|}{|y|}`,
  f1: String.raw`\frac{2 |y \cap \hat y|}{|y| + |\hat y|}`,
};

/** One share, averaged in one of three ways. */
function shareMetric(name: ShareName, average: 'micro' | 'macro' | 'samples') {
  const ways = {
    micro: {
      measure: micro(shares[name]),
      over: 'over all labels of all rows in one',
      tex: `${fractions[name]}_{\\mathrm{all}}`,
    },
    macro: {
      measure: macro(shares[name]),
      over: 'of each label, then the plain mean over the labels',
      tex: String.raw`\frac{1}{L} \sum_k ${fractions[name]}`,
    },
    samples: {
      measure: samples(shares[name]),
      over: 'of the labels of each row, then the mean over the rows',
      tex: String.raw`\frac{1}{n} \sum_i ${fractions[name]}`,
    },
  } as const;
  const { measure, over, tex } = ways[average];
  return {
    ...shared,
    name: `${titles[name]} (${average})`,
    formula: `${formulas[name]}, ${over}`,
    tex,
    measure,
    code: averaged(`${name}_score`, average),
    note: `${zeroRule} Micro, macro and sample averages differ where some labels are rare.`,
    source: `scikit-learn ${name}_score(average="${average}")`,
  } as const;
}

function wrongLabels(sets: LabelSets) {
  return meanOverRows(
    sets,
    i => {
      const { both, predicted, actual } = overlapOfRow(sets, i);
      return { value: (predicted + actual - 2 * both) / sets.labels };
    },
    '',
  );
}

function wholeRows(sets: LabelSets) {
  return meanOverRows(
    sets,
    i => {
      const { both, predicted, actual } = overlapOfRow(sets, i);
      return { value: Number(predicted === both && actual === both) };
    },
    '',
  );
}

/** Losses and scores of rows of which each may have any number of labels. */
export const multilabelMetrics: Family<
  | ('hamming_loss' | 'subset_accuracy' | 'jaccard' | 'ranking_loss' | 'lrap' | 'coverage_error')
  | `${ShareName}_${'micro' | 'macro' | 'samples'}`
> = {
  hamming_loss: {
    ...shared,
    kind: 'share',
    name: 'Hamming loss',
    formula: 'share of all labels of all rows that are wrong',
    tex: String.raw`\frac{1}{n L} \sum_{i,k} (\hat y_{ik} \ne y_{ik})`,
    direction: 'lower',
    perfect: 0,
    measure: wrongLabels,
    code: line('hamming_loss', labels),
    note: 'Every label counts alone: with many rare labels it is small whatever is predicted.',
    source: 'scikit-learn hamming_loss',
  },
  subset_accuracy: {
    ...shared,
    kind: 'share',
    name: 'Subset accuracy',
    formula: 'share of rows all of whose labels are right',
    tex: String.raw`\frac{1}{n} \sum_i (\hat y_i = y_i)`,
    measure: wholeRows,
    code: line('accuracy_score', labels),
    note: 'What scikit-learn calls accuracy of several labels; torchmetrics and Keras count every label alone (1 - Hamming loss).',
    source: 'scikit-learn accuracy_score',
  },
  jaccard: {
    ...shared,
    name: 'Jaccard index',
    formula: 'labels true and predicted / labels true or predicted, of each row, then the mean',
    tex: String.raw`\frac{1}{n} \sum_i \frac{|y_i \cap \hat y_i|}{|y_i \cup \hat y_i|}`,
    measure: samples(shares.jaccard),
    code: averaged('jaccard_score', 'samples'),
    note: `The mean over the rows (average="samples"). ${zeroRule}`,
    source: 'scikit-learn jaccard_score(average="samples")',
  },
  ranking_loss: {
    ...shared,
    name: 'Label ranking loss',
    formula:
      'share of the pairs of a true and an absent label whose scores are the wrong way round',
    tex: String.raw`\frac{1}{n} \sum_i \frac{|\{(k, l) : p_{ik} \le p_{il},\ y_{ik} = 1,\ y_{il} = 0\}|}{|y_i| (L - |y_i|)}`,
    direction: 'lower',
    perfect: 0,
    measure: overRanks(misrankedPairs),
    code: line('label_ranking_loss', 'y_true, y_score'),
    note: 'Equal scores count as the wrong way round. A row with all labels or with none counts as 0.',
    source: 'scikit-learn label_ranking_loss',
  },
  lrap: {
    ...shared,
    name: 'Label ranking average precision',
    formula: 'of each true label the share of true ones among those ranked as high, then the mean',
    tex: String.raw`\frac{1}{n} \sum_i \frac{1}{|y_i|} \sum_{k : y_{ik} = 1} \frac{|\mathcal{L}_{ik}|}{\mathrm{rank}_{ik}}`,
    measure: overRanks(rankingPrecision),
    code: line('label_ranking_average_precision_score', 'y_true, y_score'),
    note: 'Equal scores take the lowest rank. A row with all labels or with none counts as 1.',
    source: 'scikit-learn label_ranking_average_precision_score',
  },
  coverage_error: {
    ...shared,
    name: 'Coverage error',
    formula: 'how many of the best ranked labels hold all true ones, on average',
    tex: String.raw`\frac{1}{n} \sum_i \max_{k : y_{ik} = 1} \mathrm{rank}_{ik}`,
    direction: 'lower',
    range: '0 or more',
    perfect: null,
    measure: overRanks(coverage),
    code: line('coverage_error', 'y_true, y_score'),
    note: 'The best value is the mean number of true labels. Equal scores take the lowest rank; a row without labels counts as 0.',
    source: 'scikit-learn coverage_error',
  },
  precision_micro: shareMetric('precision', 'micro'),
  recall_micro: shareMetric('recall', 'micro'),
  f1_micro: shareMetric('f1', 'micro'),
  precision_macro: shareMetric('precision', 'macro'),
  recall_macro: shareMetric('recall', 'macro'),
  f1_macro: shareMetric('f1', 'macro'),
  precision_samples: shareMetric('precision', 'samples'),
  recall_samples: shareMetric('recall', 'samples'),
  f1_samples: shareMetric('f1', 'samples'),
};
