import type { Parameters } from '../../shared/metricId';
import { anyErrorSums } from '../measures/errorSums';
import type { ErrorView } from '../measures/errorView';
import { lossFill } from '../measures/lossFill';
import { type Measured, mapped } from '../measures/measured';
import type { BlockLoss } from '../measures/sampleLoss';
import { survey } from '../measures/survey';
import { meanOfSum, noMean } from '../measures/totalWeight';
import { extent } from '../statistics/extent';
import { median, medianOfRanks, weightedPercentile } from '../statistics/percentile';
import { absolute, call, e, math, mean, mi, mn, mo, power, root, row } from './mathml';
import type { Family, MetricDefinition } from './metricDefinition';

const shared = {
  tasks: ['regression', 'errors'],
  direction: 'lower',
  range: '0 and above',
  perfect: 0,
  parameters: [],
} as const satisfies Partial<MetricDefinition>;

function meanSquared(view: ErrorView, { huberDelta }: Parameters): Measured {
  return meanOfSum(view, () => anyErrorSums(view, huberDelta).squared);
}

const errorBlock: BlockLoss = (prediction, target, _, out) => {
  for (let i = 0; i < out.length; i++) out[i] = prediction[i]! - target[i]!;
};

const absoluteBlock: BlockLoss = (prediction, target, _, out) => {
  for (let i = 0; i < out.length; i++) out[i] = Math.abs(prediction[i]! - target[i]!);
};

const squaredBlock: BlockLoss = (prediction, target, _, out) => {
  for (let i = 0; i < out.length; i++) {
    const error = prediction[i]! - target[i]!;
    out[i] = error * error;
  }
};

/** Median of |e|. */
function medianAbsolute(view: ErrorView, parameters: Parameters): Measured {
  const { weight, n } = view;
  const sizes = lossFill(view, absoluteBlock, parameters);
  const value = () => {
    if (weight !== undefined) return weightedPercentile(n, sizes, weight, 0.5);
    return (
      medianOfRanks(n, survey(view, parameters.huberDelta).middle?.found()) ?? median(n, sizes)
    );
  };
  return noMean(view) ?? { value: value() };
}

/** Losses of the error alone, in the unit of the target or its square. */
export const regressionMetrics: Family<
  'mean_error' | 'mae' | 'mse' | 'rmse' | 'medae' | 'max_error' | 'pinball'
> = {
  mean_error: {
    ...shared,
    name: 'Mean error (bias)',
    formula: 'mean of e = prediction - target',
    mathml: math(mean(e)),
    direction: 'zero',
    range: 'any number',
    reduction: 'mean',
    perSample: (prediction, target) => prediction - target,
    ofBlock: errorBlock,
    derivative: () => 1,
    measureErrors: (view, { huberDelta }) =>
      meanOfSum(view, () => anyErrorSums(view, huberDelta).error),
    note: 'Positive: the predictions are too high on average. Some tools print target - prediction.',
    source: 'definition',
  },
  mae: {
    ...shared,
    name: 'Mean absolute error',
    formula: 'mean of |e|',
    mathml: math(mi('MAE'), mo('='), mean(absolute(e))),
    reduction: 'mean',
    perSample: (prediction, target) => Math.abs(prediction - target),
    ofBlock: absoluteBlock,
    derivative: (prediction, target) => Math.sign(prediction - target),
    measureErrors: (view, { huberDelta }) =>
      meanOfSum(view, () => anyErrorSums(view, huberDelta).absolute),
    baseline: 'median',
    note: 'All libraries agree without weights. Weighted: sum(w |e|) / sum(w), as scikit-learn; Keras divides by n.',
    source: 'scikit-learn mean_absolute_error',
  },
  mse: {
    ...shared,
    name: 'Mean squared error',
    formula: 'mean of e^2',
    mathml: math(mi('MSE'), mo('='), mean(power(e, mn(2)))),
    reduction: 'mean',
    perSample: (prediction, target) => (prediction - target) ** 2,
    ofBlock: squaredBlock,
    derivative: (prediction, target) => 2 * (prediction - target),
    measureErrors: meanSquared,
    baseline: 'mean',
    note: 'No half factor. optax l2_loss and the loss_ of scikit-learn neural networks print half of it.',
    source: 'scikit-learn mean_squared_error',
  },
  rmse: {
    ...shared,
    name: 'Root mean squared error',
    formula: 'square root of mean of e^2',
    mathml: math(mi('RMSE'), mo('='), root(mean(power(e, mn(2))))),
    measureErrors: (view, parameters) => mapped(meanSquared(view, parameters), Math.sqrt),
    baseline: 'mean',
    note: 'In the unit of the target. With several outputs scikit-learn averages the roots.',
    source: 'scikit-learn root_mean_squared_error',
  },
  medae: {
    ...shared,
    name: 'Median absolute error',
    formula: 'median of |e|',
    mathml: math(call('median', absolute(e))),
    measureErrors: medianAbsolute,
    baseline: 'median',
    note: 'An even number of rows gives the mean of the two middle values. With weights it is the lower weighted median, also with equal weights, as in scikit-learn.',
    source: 'scikit-learn median_absolute_error',
  },
  max_error: {
    ...shared,
    name: 'Largest absolute error',
    formula: 'max of |e|',
    mathml: math(call('max', absolute(e))),
    measureErrors: (view, { huberDelta }) =>
      view.n === 0
        ? { undefined: 'no usable rows' }
        : { value: extent(anyErrorSums(view, huberDelta).peaks)[1] },
    baseline: 'mean',
    note: 'Weights do not change it.',
    source: 'scikit-learn max_error',
  },
  pinball: {
    ...shared,
    name: 'Pinball loss',
    formula: 'mean of max(q (target - prediction), (q - 1) (target - prediction))',
    mathml: math(
      mean(
        call(
          'max',
          row(mo('-'), mi('q'), e),
          mo(','),
          row(mo('('), mn(1), mo('-'), mi('q'), mo(')'), e),
        ),
      ),
    ),
    tasks: ['regression'],
    parameters: ['quantile'],
    reduction: 'mean',
    perSample: (prediction, target, { quantile }) =>
      prediction > target
        ? (1 - quantile) * (prediction - target)
        : quantile * (target - prediction),
    derivative: (prediction, target, { quantile }) =>
      prediction === target ? 0.5 - quantile : prediction > target ? 1 - quantile : -quantile,
    measureErrors: (view, { quantile, huberDelta }) =>
      meanOfSum(view, () => {
        const { absolute: size, error } = anyErrorSums(view, huberDelta);
        const positive = (size + error) / 2;
        return (1 - quantile) * positive + quantile * (size - positive);
      }),
    baseline: 'quantile',
    note: 'With q = 0.5 it is half the mean absolute error.',
    source: 'scikit-learn mean_pinball_loss',
  },
};
