import { fromLogits } from '../code/classRecipes';
import { numpyMean, type Recipe, sklearn } from '../code/recipe';
import type { ClassView } from '../measures/classView';
import { meanOfSamples } from '../measures/meanOfSamples';
import { type Measured, ratio } from '../measures/measured';
import { type Tally, tally } from '../measures/tally';
import { noMean } from '../measures/totalWeight';
import { sumOf } from '../statistics/sum';
import type { Family, MetricDefinition } from './metricDefinition';

const shared = {
  measures: 'classes',
  tasks: ['multiclass'],
  parameters: [],
  sample: null,
  baseline: null,
  interval: 'none',
} as const satisfies Partial<MetricDefinition>;

/** Only classes of which a person said that they have an order. */
function ofOrdered(measure: (view: ClassView) => Measured) {
  return (view: ClassView): Measured => (view.ordered ? (noMean(view) ?? measure(view)) : null);
}

/** 1 - mean((t - p)^2) / the same if targets and predictions were drawn apart; linear in rows and classes. */
function quadraticKappa(view: ClassView): Measured {
  const { target, predicted, predictedMask } = view;
  const seen = meanOfSamples(view, i => (target[i]! - predicted[i & predictedMask]!) ** 2);
  if (seen === null || 'undefined' in seen) return seen;
  const counts = tally(view);
  const [actual, foretold] = [moments(counts, 'actualOf'), moments(counts, 'predictedOf')];
  const apart = actual.square + foretold.square - 2 * actual.mean * foretold.mean;
  const found = ratio(seen.value, apart, 'targets and predictions are one and the same class');
  return found === null || 'undefined' in found ? found : { value: 1 - found.value };
}

function moments(counts: Tally, which: 'actualOf' | 'predictedOf') {
  const of = counts[which];
  return {
    mean: sumOf(of.length, k => k * of[k]!) / counts.total,
    square: sumOf(of.length, k => k * k * of[k]!) / counts.total,
  };
}

function rankError(view: ClassView): Measured {
  const { target, predicted, predictedMask } = view;
  return meanOfSamples(view, i => Math.abs(target[i]! - predicted[i & predictedMask]!));
}

/** Squared distances of the cumulated probabilities, divided by the number of steps. */
function rankedProbability(view: ClassView): Measured {
  const { outputs, target, classes } = view;
  const { probability } = outputs;
  if (probability === undefined) return null;
  const steps = classes.length - 1;
  return meanOfSamples(view, i => {
    let [below, sum] = [0, 0];
    for (let k = 0; k < steps; k++) {
      below += probability(k, i);
      sum += (below - Number(target[i]! <= k)) ** 2;
    }
    return sum / steps;
  });
}

const rpsLine: Recipe = context => {
  const p = fromLogits(context)
    ? 'np.exp(y_score) / np.exp(y_score).sum(axis=1, keepdims=True)'
    : 'y_prob';
  const below = `np.cumsum(${p} - np.eye(${context.classes})[y_true], axis=1)`;
  return [numpyMean(`(${below} ** 2).sum(axis=1) / ${context.classes - 1}`, context)];
};

/** Losses and scores of classes that have an order. */
export const ordinalMetrics: Family<'qwk' | 'rank_error' | 'rps'> = {
  qwk: {
    ...shared,
    name: 'Quadratic weighted kappa',
    formula: '1 - mean (true rank - predicted rank)^2 / the same by chance',
    tex: String.raw`1 - \frac{\sum_{jk} (j - k)^2\,O_{jk}}{\sum_{jk} (j - k)^2\,E_{jk}}`,
    direction: 'higher',
    range: '-1 to 1',
    perfect: 1,
    measure: ofOrdered(quadraticKappa),
    kind: 'score',
    code: context => [sklearn('cohen_kappa_score', 'y_true, y_pred, weights="quadratic"', context)],
    note: 'Of classes in the order that was chosen; a class without rows is a step all the same. 0 / 0 is undefined.',
    source: 'scikit-learn cohen_kappa_score(weights="quadratic")',
  },
  rank_error: {
    ...shared,
    name: 'Mean rank error',
    formula: 'mean |true rank - predicted rank|',
    tex: String.raw`\frac{1}{n} \sum |\mathrm{rank}(y) - \mathrm{rank}(\hat y)|`,
    direction: 'lower',
    range: '0 and above',
    perfect: 0,
    measure: ofOrdered(rankError),
    kind: 'mean',
    code: context => [numpyMean('np.abs(y_true - y_pred)', context)],
    note: 'In steps of the order that was chosen: to take the next class costs 1.',
    source: 'the mean absolute error of class numbers',
  },
  rps: {
    ...shared,
    name: 'Ranked probability score',
    formula: 'mean over the steps of (probability of at most this class - whether it is so)^2',
    tex: String.raw`\frac{1}{n} \sum \frac{1}{K - 1} \sum_{k < K} \left(\sum_{j \le k} p_j - (y \le k)\right)^2`,
    direction: 'lower',
    range: '0 to 1',
    perfect: 0,
    measure: ofOrdered(rankedProbability),
    kind: 'mean',
    code: rpsLine,
    note: 'Divided by K - 1; without it the score is K - 1 times as large.',
    source: 'Epstein 1969',
  },
};
