import { calibrationGap } from '../measures/calibrationGap';
import type { ClassView } from '../measures/classView';
import { meanOfSamples } from '../measures/meanOfSamples';
import type { Measured } from '../measures/measured';
import { averagePrecision, macro, rocAuc } from '../measures/rankings';
import { absolute, bracket, fraction, index, math, mean, mi, mn, mo, row, sum } from './mathml';
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
    name: 'ROC AUC',
    formula:
      'share of pairs (positive row, negative row) in which the positive row scores higher, ties by half',
    mathml: math(
      mi('P'),
      bracket(index(mi('s'), mo('+')), mo('&gt;'), index(mi('s'), mo('-'))),
      mo('+'),
      fraction(mn(1), mn(2)),
      mi('P'),
      bracket(index(mi('s'), mo('+')), mo('='), index(mi('s'), mo('-'))),
    ),
    measureClasses: view => macro(view, rocAuc),
    note: 'Exact, all thresholds. Several classes: mean over the classes, one against the rest (macro). Undefined when only one class occurs.',
    source: 'scikit-learn roc_auc_score',
  },
  average_precision: {
    ...shared,
    name: 'Average precision',
    formula: 'sum over thresholds of (recall_i - recall_(i-1)) precision_i',
    mathml: math(
      sum(
        row(
          bracket(index(mi('R'), mi('i')), mo('-'), index(mi('R'), row(mi('i'), mo('-'), mn(1)))),
          index(mi('P'), mi('i')),
        ),
      ),
    ),
    measureClasses: view => macro(view, averagePrecision),
    note: 'Step-wise. The trapezoid area under the precision-recall curve is a different, more flattering number.',
    source: 'scikit-learn average_precision_score',
  },
  ece: {
    ...shared,
    name: 'Expected calibration error',
    formula: 'sum over bins of (n_bin / n) |mean outcome - mean confidence|',
    mathml: math(
      sum(
        row(
          fraction(index(mi('n'), mi('b')), mi('n')),
          absolute(row(index(mi('acc'), mi('b')), mo('-'), index(mi('conf'), mi('b')))),
        ),
      ),
    ),
    direction: 'lower',
    perfect: 0,
    parameters: ['calibrationBins'],
    measureClasses: (view, { calibrationBins }) => calibrationGap(view, calibrationBins),
    note: 'Equal-width bins, left-closed, 10 by default; torchmetrics takes 15. Two classes: probability of the positive class. Several: confidence of the top label. The number depends on the bins.',
    source: 'Guo et al. 2017, torchmetrics CalibrationError',
  },
  top_k_accuracy: {
    ...shared,
    name: 'Top-k accuracy',
    tasks: ['multiclass'],
    formula: 'share of rows whose true class is among the k most probable',
    mathml: math(mean(bracket(index(mi('rank'), mi('y')), mo('&#x2264;'), mi('k')))),
    parameters: ['topK'],
    measureClasses: (view, parameters) => topK(view, parameters.topK),
    note: 'k = 2 by default as in scikit-learn; Keras takes 5. Of equal probabilities the later class goes first.',
    source: 'scikit-learn top_k_accuracy_score',
  },
};
