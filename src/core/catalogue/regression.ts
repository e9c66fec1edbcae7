import type { Parameters } from '../../shared/metricId';
import { pair, rootOfSklearn, rowMean, sklearnPair, tensors } from '../code/numberRecipes';
import { sklearn, torch } from '../code/recipe';
import { anyErrorSums } from '../measures/errorSums';
import type { ErrorView } from '../measures/errorView';
import { lossFill } from '../measures/lossFill';
import { type Measured, mapped } from '../measures/measured';
import type { BlockLoss } from '../measures/sampleLoss';
import { survey } from '../measures/survey';
import { meanOfSum, noMean } from '../measures/totalWeight';
import { extent } from '../statistics/extent';
import { median, medianOfRanks, weightedPercentile } from '../statistics/percentile';
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
    measures: 'numbers',
    name: 'Mean error (bias)',
    formula: 'mean of e = prediction - target',
    tex: String.raw`\frac{1}{n} \sum e`,
    direction: 'zero',
    range: 'any number',
    measure: (view, { huberDelta }) => meanOfSum(view, () => anyErrorSums(view, huberDelta).error),
    sample: {
      name: 'error',
      reduction: 'mean',
      dependsOn: 'error',
      loss: (prediction, target) => prediction - target,
      block: errorBlock,
      derivative: () => 1,
    },
    baseline: null,
    kind: 'mean',
    interval: 'mean',
    code: rowMean('y_pred - y_true'),
    note: 'Positive: the predictions are too high on average. Some tools print target - prediction.',
    source: 'definition',
  },
  mae: {
    ...shared,
    measures: 'numbers',
    name: 'Mean absolute error',
    formula: 'mean of |e|',
    tex: String.raw`\mathrm{MAE} = \frac{1}{n} \sum |e|`,
    measure: (view, { huberDelta }) =>
      meanOfSum(view, () => anyErrorSums(view, huberDelta).absolute),
    sample: {
      name: 'absolute error',
      reduction: 'mean',
      dependsOn: 'error',
      loss: (prediction, target) => Math.abs(prediction - target),
      block: absoluteBlock,
      derivative: (prediction, target) => Math.sign(prediction - target),
    },
    baseline: 'median',
    kind: 'mean',
    interval: 'mean',
    code: context => [
      sklearn('mean_absolute_error', pair, context),
      torch('l1_loss', tensors, context),
    ],
    note: 'All libraries agree without weights. Weighted: sum(w |e|) / sum(w), as scikit-learn; Keras divides by n.',
    source: 'scikit-learn mean_absolute_error',
  },
  mse: {
    ...shared,
    measures: 'numbers',
    name: 'Mean squared error',
    formula: 'mean of e^2',
    tex: String.raw`\mathrm{MSE} = \frac{1}{n} \sum e^2`,
    measure: meanSquared,
    sample: {
      name: 'squared error',
      reduction: 'mean',
      dependsOn: 'error',
      loss: (prediction, target) => (prediction - target) ** 2,
      block: squaredBlock,
      derivative: (prediction, target) => 2 * (prediction - target),
    },
    baseline: 'mean',
    kind: 'squares',
    interval: 'mean',
    code: context => [
      sklearn('mean_squared_error', pair, context),
      torch('mse_loss', tensors, context),
    ],
    note: 'No half factor. optax l2_loss and the loss_ of scikit-learn neural networks print half of it.',
    source: 'scikit-learn mean_squared_error',
  },
  rmse: {
    ...shared,
    measures: 'numbers',
    name: 'Root mean squared error',
    formula: 'square root of mean of e^2',
    tex: String.raw`\mathrm{RMSE} = \sqrt{\frac{1}{n} \sum e^2}`,
    measure: (view, parameters) => mapped(meanSquared(view, parameters), Math.sqrt),
    sample: null,
    baseline: 'mean',
    kind: 'score',
    interval: { of: 'mse', map: Math.sqrt },
    code: rootOfSklearn('mean_squared_error'),
    note: 'In the unit of the target. With several outputs scikit-learn averages the roots.',
    source: 'scikit-learn root_mean_squared_error',
  },
  medae: {
    ...shared,
    measures: 'numbers',
    name: 'Median absolute error',
    formula: 'median of |e|',
    tex: String.raw`\operatorname{median} |e|`,
    measure: medianAbsolute,
    sample: null,
    baseline: 'median',
    kind: 'score',
    interval: 'none',
    code: sklearnPair('median_absolute_error'),
    note: 'An even number of rows gives the mean of the two middle values. With weights it is the lower weighted median, also with equal weights, as in scikit-learn.',
    source: 'scikit-learn median_absolute_error',
  },
  max_error: {
    ...shared,
    measures: 'numbers',
    name: 'Largest absolute error',
    formula: 'max of |e|',
    tex: String.raw`\max |e|`,
    measure: (view, { huberDelta }) =>
      view.n === 0
        ? { undefined: 'no usable rows' }
        : { value: extent(anyErrorSums(view, huberDelta).peaks)[1] },
    sample: null,
    baseline: 'mean',
    kind: 'score',
    interval: 'none',
    code: context => [sklearn('max_error', pair, { ...context, weighted: false })],
    note: 'Weights do not change it.',
    source: 'scikit-learn max_error',
  },
  pinball: {
    ...shared,
    measures: 'numbers',
    name: 'Pinball loss',
    tasks: ['regression'],
    formula: 'mean of max(q (target - prediction), (q - 1) (target - prediction))',
    tex: String.raw`\frac{1}{n} \sum \max(-q\,e,\ (1 - q)\,e)`,
    parameters: ['quantile'],
    measure: (view, { quantile, huberDelta }) =>
      meanOfSum(view, () => {
        const { absolute: size, error } = anyErrorSums(view, huberDelta);
        const positive = (size + error) / 2;
        return (1 - quantile) * positive + quantile * (size - positive);
      }),
    sample: {
      name: 'pinball loss',
      reduction: 'mean',
      dependsOn: 'error',
      loss: (prediction, target, { quantile }) =>
        prediction > target
          ? (1 - quantile) * (prediction - target)
          : quantile * (target - prediction),
      derivative: (prediction, target, { quantile }) =>
        prediction === target ? 0.5 - quantile : prediction > target ? 1 - quantile : -quantile,
    },
    baseline: 'quantile',
    kind: 'mean',
    interval: 'mean',
    code: context => [
      sklearn('mean_pinball_loss', `${pair}, alpha=${context.parameters.quantile}`, context),
    ],
    note: 'With q = 0.5 it is half the mean absolute error.',
    source: 'scikit-learn mean_pinball_loss',
  },
};
