import type { Parameters } from '../../shared/metricId';
import { sklearnPair } from '../code/numberRecipes';
import { medianView } from '../measures/constantViews';
import { anyErrorSums } from '../measures/errorSums';
import type { ErrorView } from '../measures/errorView';
import type { Measured } from '../measures/measured';
import { errorMoments, targetMoments } from '../measures/targetMoments';
import { noMean } from '../measures/totalWeight';
import type { Family, MetricDefinition } from './metricDefinition';

const shared = {
  tasks: ['regression'],
  direction: 'higher',
  range: 'up to 1',
  perfect: 1,
  parameters: [],
} as const satisfies Partial<MetricDefinition>;

const constantTarget = 'the target is constant';

/** 1 - numerator / denominator, where there are rows enough and the target varies. */
function explained(view: ErrorView, parts: () => readonly [number, number]): Measured {
  const reason = noMean(view);
  if (reason !== null) return reason;
  if (view.n < 2) return { undefined: 'needs at least two rows' };
  const [unexplained, total] = parts();
  return total === 0 ? { undefined: constantTarget } : { value: 1 - unexplained / total };
}

/** Scores that set the loss against the loss of a constant. */
export const explainedMetrics: Family<'r2' | 'explained_variance' | 'd2_absolute'> = {
  r2: {
    ...shared,
    measures: 'numbers',
    name: 'R2',
    formula: '1 - sum of e^2 / sum of (target - mean target)^2',
    tex: String.raw`R^2 = 1 - \frac{\sum e^2}{\sum (y - \bar y)^2}`,
    measure: (view, { huberDelta }: Parameters) =>
      explained(view, () => [anyErrorSums(view, huberDelta).squared, targetMoments(view).spread]),
    sample: null,
    baseline: null,
    kind: 'score',
    interval: 'none',
    code: sklearnPair('r2_score'),
    note: 'Undefined for a constant target and for one row. scikit-learn prints 1 or 0 for a constant target (force_finite).',
    source: 'scikit-learn r2_score',
  },
  explained_variance: {
    ...shared,
    measures: 'numbers',
    name: 'Explained variance',
    formula: '1 - variance of e / variance of target',
    tex: String.raw`1 - \frac{\operatorname{Var}(e)}{\operatorname{Var}(y)}`,
    measure: view => explained(view, () => [errorMoments(view).spread, targetMoments(view).spread]),
    sample: null,
    baseline: null,
    kind: 'score',
    interval: 'none',
    code: sklearnPair('explained_variance_score'),
    note: 'Ignores a constant bias: when it is above R2, the predictions are too high or too low on average.',
    source: 'scikit-learn explained_variance_score',
  },
  d2_absolute: {
    ...shared,
    measures: 'numbers',
    name: 'D2 absolute error',
    formula: '1 - sum of |e| / sum of |target - median target|',
    tex: String.raw`D^2 = 1 - \frac{\sum |e|}{\sum |y - y_{\mathrm{med}}|}`,
    measure: (view, { huberDelta }: Parameters) =>
      explained(view, () => [
        anyErrorSums(view, huberDelta).absolute,
        anyErrorSums(medianView(view), huberDelta).absolute,
      ]),
    sample: null,
    baseline: null,
    kind: 'score',
    interval: 'none',
    code: sklearnPair('d2_absolute_error_score'),
    note: 'The R2 of absolute errors, against the median.',
    source: 'scikit-learn d2_absolute_error_score',
  },
};
