import { anyErrorSums } from '../measures/errorSums';
import { noMean } from '../measures/totalWeight';
import { absolute, e, math, mi, mn, mo, power, sum } from './mathml';
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
    name: 'Sum of errors',
    formula: 'sum of e',
    mathml: math(sum(e)),
    direction: 'zero',
    range: 'any number',
    reduction: 'sum',
    perSample: prediction => prediction,
    derivative: () => 1,
    measureErrors: (view, { huberDelta }) =>
      noMean(view) ?? { value: anyErrorSums(view, huberDelta).error },
    note: 'Opposite errors cancel: a sum of 0 does not mean that there are no errors.',
  },
  sum_absolute_error: {
    ...shared,
    name: 'Sum of absolute errors',
    formula: 'sum of |e|',
    mathml: math(sum(absolute(e))),
    direction: 'lower',
    range: '0 and above',
    perfect: 0,
    reduction: 'sum',
    perSample: prediction => Math.abs(prediction),
    derivative: prediction => Math.sign(prediction),
    measureErrors: (view, { huberDelta }) =>
      noMean(view) ?? { value: anyErrorSums(view, huberDelta).absolute },
    note: 'PyTorch L1Loss with reduction="sum" prints this.',
  },
  sum_squared_error: {
    ...shared,
    name: 'Sum of squared errors',
    formula: 'sum of e^2',
    mathml: math(mi('SSE'), mo('='), sum(power(e, mn(2)))),
    direction: 'lower',
    range: '0 and above',
    perfect: 0,
    reduction: 'sum',
    perSample: prediction => prediction ** 2,
    derivative: prediction => 2 * prediction,
    measureErrors: (view, { huberDelta }) =>
      noMean(view) ?? { value: anyErrorSums(view, huberDelta).squared },
    note: 'PyTorch MSELoss with reduction="sum" prints this; no half factor.',
  },
};
