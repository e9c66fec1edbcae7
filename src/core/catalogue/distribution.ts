import { rowMean, tensors } from '../code/numberRecipes';
import { numpyMean, torch } from '../code/recipe';
import { countWhere } from '../measures/domain';
import type { ErrorView, Interval } from '../measures/errorView';
import type { Measured } from '../measures/measured';
import { partialMean } from '../measures/partialMean';
import type { Family, MetricDefinition } from './metricDefinition';

const shared = {
  tasks: ['regression'],
  parameters: [],
} as const satisfies Partial<MetricDefinition>;

function gaussianNll(view: ErrorView): Measured {
  const { variance, prediction, target } = view;
  if (variance === null) return null;
  const broken = countWhere(
    view,
    i => variance[i]! <= 0,
    'variance that is not positive',
    'variances that are not positive',
  );
  if (broken !== null) return { undefined: broken };
  const term = (i: number) =>
    0.5 * (Math.log(variance[i]!) + (prediction[i]! - target[i]!) ** 2 / variance[i]!);
  return partialMean(view, i => Number.isFinite(variance[i]!), term, 'a variance');
}

function overInterval(
  view: ErrorView,
  term: (interval: Interval, target: number, i: number) => number,
): Measured {
  const { interval, target } = view;
  if (interval === null) return null;
  const { lower, upper } = interval;
  const has = (i: number) => Number.isFinite(lower[i]!) && Number.isFinite(upper[i]!);
  return partialMean(view, has, i => term(interval, target[i]!, i), 'an interval');
}

/** Width plus 2 / (1 - level) for every unit by which the target lies outside. */
function intervalScore(view: ErrorView): Measured {
  const level = view.interval?.level;
  if (view.interval !== null && level === undefined) {
    return { undefined: 'the level of the interval is not known' };
  }
  const penalty = 2 / (1 - level!);
  return overInterval(view, ({ lower, upper }, target, i) => {
    const outside = Math.max(0, lower[i]! - target) + Math.max(0, target - upper[i]!);
    return upper[i]! - lower[i]! + penalty * outside;
  });
}

/** Losses of a predicted distribution or interval; only where the file has the columns for them. */
export const distributionMetrics: Family<'gaussian_nll' | 'interval_score' | 'coverage'> = {
  gaussian_nll: {
    ...shared,
    measures: 'numbers',
    name: 'Gaussian negative log likelihood',
    formula: 'mean of (ln(variance) + e^2 / variance) / 2',
    tex: String.raw`\frac{1}{n} \sum \frac{1}{2} \left(\ln \sigma^2 + \frac{e^2}{\sigma^2}\right)`,
    direction: 'lower',
    range: 'any number',
    perfect: null,
    measure: gaussianNll,
    sample: null,
    baseline: null,
    kind: 'score',
    interval: 'none',
    code: context => [
      torch('gaussian_nll_loss', `${tensors}, torch.tensor(variance), eps=1e-300`, context),
    ],
    note: 'The column is the variance, not the standard deviation. Without the constant ln(2 pi) / 2, as PyTorch with full=False; PyTorch raises variances below 1e-6.',
    source: 'PyTorch GaussianNLLLoss',
  },
  interval_score: {
    ...shared,
    measures: 'numbers',
    name: 'Interval score',
    formula:
      'mean of (upper - lower) + 2 / (1 - level) * (distance of the target from the interval)',
    tex: String.raw`\frac{1}{n} \sum (u - l) + \frac{2}{\alpha} \begin{cases} l - y & \text{if } y < l \\ y - u & \text{if } y > u \end{cases}`,
    direction: 'lower',
    range: '0 and above',
    perfect: null,
    measure: intervalScore,
    sample: null,
    baseline: null,
    kind: 'score',
    interval: 'none',
    code: context => {
      const level = context.model.task === 'regression' ? context.model.level : undefined;
      const outside = 'np.maximum(0, lower - y_true) + np.maximum(0, y_true - upper)';
      return [numpyMean(`upper - lower + 2 / (1 - ${level}) * (${outside})`, context)];
    },
    note: 'The Winkler score with alpha = 1 - level.',
    source: 'Gneiting and Raftery 2007, Strictly Proper Scoring Rules',
  },
  coverage: {
    ...shared,
    measures: 'numbers',
    name: 'Coverage',
    formula: 'share of rows with lower <= target <= upper',
    tex: String.raw`\frac{1}{n} \sum \left(l_i \le y_i \le u_i\right)`,
    direction: 'higher',
    range: '0 to 1',
    perfect: null,
    measure: view =>
      overInterval(view, ({ lower, upper }, target, i) =>
        lower[i]! <= target && target <= upper[i]! ? 1 : 0,
      ),
    sample: null,
    baseline: null,
    kind: 'share',
    interval: 'share',
    code: rowMean('(lower <= y_true) & (y_true <= upper)'),
    note: 'Should be near the level that the interval promises: above it the interval is too wide, below it too narrow.',
    source: 'definition',
  },
};
