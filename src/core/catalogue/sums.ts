import { rowSum } from '../code/numberRecipes';
import { anyErrorSums } from '../measures/errorSums';
import { noMean } from '../measures/totalWeight';
import type { Family, MetricDefinition } from './metricDefinition';

const shared = {
  tasks: ['errors'],
  parameters: [],
  source: 'definition',
} as const satisfies Partial<MetricDefinition>;

/** Plain sums over errors. */
export const sumMetrics: Family<'sum_error' | 'sum_absolute_error' | 'sum_squared_error'> = {
  sum_error: {
    ...shared,
    measures: 'numbers',
    name: 'Sum of errors',
    formula: 'sum of e',
    tex: String.raw`\sum e`,
    direction: 'zero',
    range: 'any number',
    perfect: null,
    measure: (view, { huberDelta }) =>
      noMean(view) ?? { value: anyErrorSums(view, huberDelta).error },
    sample: {
      name: 'error',
      reduction: 'sum',
      dependsOn: 'error',
      loss: prediction => prediction,
      derivative: () => 1,
    },
    baseline: null,
    kind: 'sum',
    interval: 'none',
    code: rowSum('(y_pred - y_true)'),
    note: 'Opposite errors cancel: a sum of 0 does not mean that there are no errors.',
  },
  sum_absolute_error: {
    ...shared,
    measures: 'numbers',
    name: 'Sum of absolute errors',
    formula: 'sum of |e|',
    tex: String.raw`\sum |e|`,
    direction: 'lower',
    range: '0 and above',
    perfect: 0,
    measure: (view, { huberDelta }) =>
      noMean(view) ?? { value: anyErrorSums(view, huberDelta).absolute },
    sample: {
      name: 'absolute error',
      reduction: 'sum',
      dependsOn: 'error',
      loss: prediction => Math.abs(prediction),
      derivative: prediction => Math.sign(prediction),
    },
    baseline: null,
    kind: 'sum',
    interval: 'none',
    code: rowSum('np.abs(y_pred - y_true)'),
    note: 'PyTorch L1Loss with reduction="sum" prints this.',
  },
  sum_squared_error: {
    ...shared,
    measures: 'numbers',
    name: 'Sum of squared errors',
    formula: 'sum of e^2',
    tex: String.raw`\mathrm{SSE} = \sum e^2`,
    direction: 'lower',
    range: '0 and above',
    perfect: 0,
    measure: (view, { huberDelta }) =>
      noMean(view) ?? { value: anyErrorSums(view, huberDelta).squared },
    sample: {
      name: 'squared error',
      reduction: 'sum',
      dependsOn: 'error',
      loss: prediction => prediction ** 2,
      derivative: prediction => 2 * prediction,
    },
    baseline: null,
    kind: 'sum',
    interval: 'none',
    code: rowSum('(y_pred - y_true) ** 2'),
    note: 'PyTorch MSELoss with reduction="sum" prints this; no half factor.',
  },
};
