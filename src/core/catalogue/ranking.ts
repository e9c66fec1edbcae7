import { calibrationLine, fromLogits, sklearnRanking } from '../code/classRecipes';
import { sklearn } from '../code/recipe';
import { calibrationGap } from '../measures/calibrationGap';
import type { ClassView } from '../measures/classView';
import { meanOfSamples } from '../measures/meanOfSamples';
import type { Measured } from '../measures/measured';
import { averagePrecision, macro, rocAuc } from '../measures/rankings';
import type { Family, MetricDefinition } from './metricDefinition';

const shared = {
  tasks: ['binary', 'multiclass'],
  direction: 'higher',
  range: '0 to 1',
  perfect: 1,
  parameters: [],
} as const satisfies Partial<MetricDefinition>;

/** Share of rows whose true class is among the k highest; of equal scores the later class goes first. */
function topK(view: ClassView, k: number): Measured {
  const { classScore } = view.outputs;
  if (classScore === undefined) return null;
  return meanOfSamples(view, i => {
    const truth = view.target[i]!;
    const own = classScore(truth, i);
    let ahead = 0;
    for (let other = 0; other < view.classes.length; other++) {
      const score = classScore(other, i);
      if (score > own || (score === own && other > truth)) ahead++;
    }
    return ahead < k ? 1 : 0;
  });
}

/** Scores of how the probabilities rank the rows, and whether they mean what they say. */
export const rankingMetrics: Family<'roc_auc' | 'average_precision' | 'ece' | 'top_k_accuracy'> = {
  roc_auc: {
    ...shared,
    measures: 'classes',
    name: 'ROC AUC',
    formula:
      'share of pairs (positive row, negative row) in which the positive row scores higher, ties by half',
    tex: String.raw`P(s_+ > s_-) + \frac{1}{2} P(s_+ = s_-)`,
    measure: view => macro(view, rocAuc),
    sample: null,
    baseline: null,
    kind: 'score',
    interval: 'none',
    code: sklearnRanking('roc_auc_score'),
    note: 'Exact, all thresholds. Several classes: mean over the classes, one against the rest (macro). Undefined when only one class occurs.',
    source: 'scikit-learn roc_auc_score',
  },
  average_precision: {
    ...shared,
    measures: 'classes',
    name: 'Average precision',
    formula: 'sum over thresholds of (recall_i - recall_(i-1)) precision_i',
    tex: String.raw`\sum_i (R_i - R_{i-1})\,P_i`,
    measure: view => macro(view, averagePrecision),
    sample: null,
    baseline: null,
    kind: 'score',
    interval: 'none',
    code: sklearnRanking('average_precision_score'),
    note: 'Step-wise. The trapezoid area under the precision-recall curve is a different, more flattering number.',
    source: 'scikit-learn average_precision_score',
  },
  ece: {
    ...shared,
    measures: 'classes',
    name: 'Expected calibration error',
    formula: 'sum over bins of (n_bin / n) |mean outcome - mean confidence|',
    tex: String.raw`\sum_b \frac{n_b}{n} \left|\mathrm{acc}_b - \mathrm{conf}_b\right|`,
    direction: 'lower',
    perfect: 0,
    parameters: ['calibrationBins'],
    measure: (view, { calibrationBins }) => calibrationGap(view, calibrationBins),
    sample: null,
    baseline: null,
    kind: 'score',
    interval: 'none',
    code: context => [calibrationLine(context)],
    note: 'Equal-width bins, left-closed, 10 by default; torchmetrics takes 15. Two classes: probability of the positive class. Several: confidence of the top label. The number depends on the bins.',
    source: 'Guo et al. 2017, torchmetrics CalibrationError',
  },
  top_k_accuracy: {
    ...shared,
    measures: 'classes',
    name: 'Top-k accuracy',
    tasks: ['multiclass'],
    formula: 'share of rows whose true class is among the k most probable',
    tex: String.raw`\frac{1}{n} \sum (\mathrm{rank}_y \le k)`,
    parameters: ['topK'],
    measure: (view, parameters) => topK(view, parameters.topK),
    sample: null,
    baseline: null,
    kind: 'share',
    interval: 'share',
    code: context => [
      sklearn(
        'top_k_accuracy_score',
        `y_true, ${fromLogits(context) ? 'y_score' : 'y_prob'}, k=${context.parameters.topK}, labels=np.arange(${context.classes})`,
        context,
      ),
    ],
    note: 'k = 2 by default as in scikit-learn; Keras takes 5. Of equal probabilities the later class goes first.',
    source: 'scikit-learn top_k_accuracy_score',
  },
};
