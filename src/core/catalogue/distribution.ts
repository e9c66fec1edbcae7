import { countWhere } from '../measures/domain';
import type { ErrorView, Interval } from '../measures/errorView';
import type { Measured } from '../measures/measured';
import { partialMean } from '../measures/partialMean';
import {
  bracket,
  call,
  cases,
  e,
  fraction,
  index,
  math,
  mean,
  mi,
  mn,
  mo,
  power,
  row,
  y,
} from './mathml';
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

const width = row(mi('u'), mo('-'), mi('l'));

/** Losses of a predicted distribution or interval; only where the file has the columns for them. */
export const distributionMetrics: Family<'gaussian_nll' | 'interval_score' | 'coverage'> = {
  gaussian_nll: {
    ...shared,
    name: 'Gaussian negative log likelihood',
    formula: 'mean of (ln(variance) + e^2 / variance) / 2',
    mathml: math(
      mean(
        row(
          fraction(mn(1), mn(2)),
          bracket(
            call('ln', power(mi('&#x3c3;'), mn(2))),
            mo('+'),
            fraction(power(e, mn(2)), power(mi('&#x3c3;'), mn(2))),
          ),
        ),
      ),
    ),
    direction: 'lower',
    range: 'any number',
    measureErrors: gaussianNll,
    note: 'The column is the variance, not the standard deviation. Without the constant ln(2 pi) / 2, as PyTorch with full=False; PyTorch raises variances below 1e-6.',
    source: 'PyTorch GaussianNLLLoss',
  },
  interval_score: {
    ...shared,
    name: 'Interval score',
    formula:
      'mean of (upper - lower) + 2 / (1 - level) * (distance of the target from the interval)',
    mathml: math(
      mean(
        row(
          bracket(width),
          mo('+'),
          fraction(mn(2), mi('&#x3b1;')),
          cases([
            { value: row(mi('l'), mo('-'), y), when: row(y, mo('&lt;'), mi('l')) },
            { value: row(y, mo('-'), mi('u')), when: row(y, mo('&gt;'), mi('u')) },
          ]),
        ),
      ),
    ),
    direction: 'lower',
    range: '0 and above',
    measureErrors: intervalScore,
    note: 'The Winkler score with alpha = 1 - level.',
    source: 'Gneiting and Raftery 2007, Strictly Proper Scoring Rules',
  },
  coverage: {
    ...shared,
    name: 'Coverage',
    formula: 'share of rows with lower <= target <= upper',
    mathml: math(
      mean(
        bracket(
          index(mi('l'), mi('i')),
          mo('&#x2264;'),
          y,
          mo('&#x2264;'),
          index(mi('u'), mi('i')),
        ),
      ),
    ),
    direction: 'higher',
    range: '0 to 1',
    measureErrors: view =>
      overInterval(view, ({ lower, upper }, target, i) =>
        lower[i]! <= target && target <= upper[i]! ? 1 : 0,
      ),
    note: 'Should be near the level that the interval promises: above it the interval is too wide, below it too narrow.',
    source: 'definition',
  },
};
