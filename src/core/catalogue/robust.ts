import type { Parameters } from '../../shared/metricId';
import { rowMean, tensors } from '../code/numberRecipes';
import { numpyMean, torch } from '../code/recipe';
import { anyErrorSums, errorSums } from '../measures/errorSums';
import type { ErrorView } from '../measures/errorView';
import { errorFill } from '../measures/lossFill';
import { meanLoss } from '../measures/meanLoss';
import type { Measured } from '../measures/measured';
import type { BlockLoss, NumberLoss } from '../measures/sampleLoss';
import { meanOfSum } from '../measures/totalWeight';
import { forEachFilled } from '../statistics/fill';
import { Sum } from '../statistics/sum';
import type { Family, MetricDefinition } from './metricDefinition';

const shared = {
  tasks: ['regression', 'errors'],
  direction: 'lower',
  range: '0 and above',
  perfect: 0,
  baseline: 'mean',
} as const satisfies Partial<MetricDefinition>;

function huber(size: number, delta: number): number {
  return size <= delta ? 0.5 * size * size : delta * (size - 0.5 * delta);
}

/** e^2 / (1 + sqrt(1 + (e / delta)^2)): the textbook form without its cancellation at small errors. */
const pseudoHuber: NumberLoss = (prediction, target, { pseudoHuberDelta }) => {
  const error = prediction - target;
  return error * (error / (1 + hypotenuse(error / pseudoHuberDelta)));
};

const pseudoHuberBlock: BlockLoss = (prediction, target, parameters, out) => {
  for (let i = 0; i < out.length; i++) out[i] = pseudoHuber(prediction[i]!, target[i]!, parameters);
};

/** sqrt(1 + x^2) without overflow; far out it is |x| to the last digit. */
function hypotenuse(x: number): number {
  const size = Math.abs(x);
  return size > 1e8 ? size : Math.sqrt(1 + size * size);
}

/** |e| + ln(1 + exp(-2 |e|)) - ln 2, and the series of ln(cosh(e)) where that would cancel. */
function logCosh(prediction: number, target: number): number {
  const size = Math.abs(prediction - target);
  if (size < 0.2) return logCoshSeries(size * size);
  return size + Math.log(1 + Math.exp(-2 * size)) - Math.LN2;
}

/** ln(cosh(x)) of q = x^2: eight terms, whose rest is below 1e-15 of the value up to x = 0.2. */
function logCoshSeries(q: number): number {
  const upper =
    31 / 14175 - q * (691 / 935550 - q * (10922 / 42567525 - q * (929569 / 10216206000)));
  return q * (1 / 2 - q * (1 / 12 - q * (1 / 45 - q * (17 / 2520 - q * upper))));
}

const logCoshBlock: BlockLoss = (prediction, target, _, out) => {
  for (let i = 0; i < out.length; i++) out[i] = logCosh(prediction[i]!, target[i]!);
};

/** Mean of ln(cosh(e)). Without weights a product of many 1 + exp(-2 |e|) needs a single logarithm. */
function meanLogCosh(view: ErrorView, parameters: Parameters): Measured {
  if (view.weight !== undefined) return meanLoss(logCoshBlock)(view, parameters);
  return meanOfSum(view, () => {
    const sum = new Sum();
    forEachFilled(view.n, errorFill(view), errors => {
      for (let from = 0; from < errors.length; from += 256) {
        sum.add(sumOfLogCosh(errors, from, Math.min(errors.length, from + 256)));
      }
    });
    return sum.value;
  });
}

/** At most 1000 samples: every factor is below 1.7. */
function sumOfLogCosh(errors: Float64Array, from: number, to: number): number {
  let sum = 0;
  let product = 1;
  for (let i = from; i < to; i++) {
    const size = Math.abs(errors[i]!);
    if (size < 0.2) {
      sum += logCoshSeries(size * size);
    } else {
      sum += size - Math.LN2;
      product *= 1 + Math.exp(-2 * size);
    }
  }
  return sum + Math.log(product);
}

/** Losses that are squared near zero and grow slower far away. */
export const robustMetrics: Family<'huber' | 'smooth_l1' | 'pseudo_huber' | 'log_cosh'> = {
  huber: {
    ...shared,
    measures: 'numbers',
    name: 'Huber loss',
    formula: 'mean of e^2 / 2 if |e| <= delta, else delta (|e| - delta / 2)',
    tex: String.raw`\begin{cases} \frac{1}{2} e^2 & \text{if } |e| \le \delta \\ \delta \left(|e| - \frac{1}{2} \delta\right) & \text{if } |e| > \delta \end{cases}`,
    parameters: ['huberDelta'],
    measure: (view, { huberDelta }) => meanOfSum(view, () => errorSums(view, huberDelta).huber),
    sample: {
      name: 'Huber loss',
      reduction: 'mean',
      dependsOn: 'error',
      loss: (prediction, target, { huberDelta }) =>
        huber(Math.abs(prediction - target), huberDelta),
      derivative: (prediction, target, { huberDelta }) =>
        Math.max(-huberDelta, Math.min(huberDelta, prediction - target)),
    },
    kind: 'mean',
    interval: 'mean',
    code: context => [
      torch('huber_loss', `${tensors}, delta=${context.parameters.huberDelta}`, context),
    ],
    note: 'PyTorch, Keras and optax agree. delta is in the unit of the target: 1 suits targets that vary by a few units.',
    source: 'PyTorch HuberLoss',
  },
  smooth_l1: {
    ...shared,
    measures: 'numbers',
    name: 'Smooth L1 loss',
    formula: 'mean of e^2 / (2 beta) if |e| < beta, else |e| - beta / 2',
    tex: String.raw`\begin{cases} \frac{e^2}{2 \beta} & \text{if } |e| < \beta \\ |e| - \frac{1}{2} \beta & \text{if } |e| \ge \beta \end{cases}`,
    parameters: ['smoothL1Beta'],
    measure: (view, { smoothL1Beta: beta, huberDelta }) =>
      meanOfSum(view, () =>
        beta === 0 ? anyErrorSums(view, huberDelta).absolute : errorSums(view, beta).huber / beta,
      ),
    sample: {
      name: 'smooth L1 loss',
      reduction: 'mean',
      dependsOn: 'error',
      loss: (prediction, target, { smoothL1Beta: beta }) => {
        const size = Math.abs(prediction - target);
        return beta === 0 ? size : huber(size, beta) / beta;
      },
      derivative: (prediction, target, { smoothL1Beta: beta }) => {
        const error = prediction - target;
        return beta === 0 ? Math.sign(error) : Math.max(-1, Math.min(1, error / beta));
      },
    },
    kind: 'mean',
    interval: 'mean',
    code: context => [
      torch('smooth_l1_loss', `${tensors}, beta=${context.parameters.smoothL1Beta}`, context),
    ],
    note: 'Equals Huber(delta = beta) / beta; beta = 0 is the absolute error.',
    source: 'PyTorch SmoothL1Loss',
  },
  pseudo_huber: {
    ...shared,
    measures: 'numbers',
    name: 'Pseudo-Huber loss',
    tasks: ['regression'],
    formula: 'mean of delta^2 (sqrt(1 + (e / delta)^2) - 1)',
    tex: String.raw`\frac{1}{n} \sum \delta^2 \left(\sqrt{1 + \left(\frac{e}{\delta}\right)^2} - 1\right)`,
    parameters: ['pseudoHuberDelta'],
    measure: meanLoss(pseudoHuberBlock),
    sample: {
      name: 'pseudo-Huber loss',
      reduction: 'mean',
      dependsOn: 'error',
      loss: pseudoHuber,
      block: pseudoHuberBlock,
      derivative: (prediction, target, { pseudoHuberDelta }) =>
        (prediction - target) / hypotenuse((prediction - target) / pseudoHuberDelta),
    },
    kind: 'mean',
    interval: 'mean',
    code: context => [
      numpyMean(
        `pseudo_huber(${context.parameters.pseudoHuberDelta}, y_pred - y_true)`,
        context,
        'from scipy.special import pseudo_huber',
      ),
    ],
    note: 'XGBoost calls delta huber_slope and the metric mphe.',
    source: 'XGBoost mphe',
  },
  log_cosh: {
    ...shared,
    measures: 'numbers',
    name: 'Log-cosh loss',
    formula: 'mean of ln(cosh(e))',
    tex: String.raw`\frac{1}{n} \sum \ln \cosh(e)`,
    parameters: [],
    measure: meanLogCosh,
    sample: {
      name: 'log-cosh loss',
      reduction: 'mean',
      dependsOn: 'error',
      loss: logCosh,
      block: logCoshBlock,
      derivative: (prediction, target) => Math.tanh(prediction - target),
    },
    kind: 'mean',
    interval: 'mean',
    code: rowMean('np.logaddexp(y_pred - y_true, y_true - y_pred) - np.log(2)'),
    note: 'Stable at any error. torchmetrics overflows to infinity from |e| = 710 on (89 in float32).',
    source: 'Keras LogCosh',
  },
};
