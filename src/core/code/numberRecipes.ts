import type { MetricId } from '../../shared/metricId';
import { numpy, numpyMean, type Recipe, sklearn, torch, wrapped } from './recipe';

const pair = 'y_true, y_pred';
const tensors = 'torch.tensor(y_pred), torch.tensor(y_true)';

const simple =
  (name: string): Recipe =>
  context => [sklearn(name, pair, context)];
const rooted =
  (name: string): Recipe =>
  context => [wrapped(sklearn(name, pair, context), 'np.sqrt(', ')')];
const mean =
  (perRow: string): Recipe =>
  context => [numpyMean(perRow, context)];
const sum =
  (perRow: string): Recipe =>
  ({ weighted }) => [numpy(`np.sum(${weighted ? `weight * ${perRow}` : perRow})`)];

/** Lines for metrics of numbers; `y_true` is 0 for errors alone. */
export const numberRecipes: Readonly<Partial<Record<MetricId, Recipe>>> = {
  sum_error: sum('(y_pred - y_true)'),
  sum_absolute_error: sum('np.abs(y_pred - y_true)'),
  sum_squared_error: sum('(y_pred - y_true) ** 2'),
  mean_error: mean('y_pred - y_true'),
  mae: context => [
    sklearn('mean_absolute_error', pair, context),
    torch('l1_loss', tensors, context),
  ],
  mse: context => [
    sklearn('mean_squared_error', pair, context),
    torch('mse_loss', tensors, context),
  ],
  rmse: rooted('mean_squared_error'),
  medae: simple('median_absolute_error'),
  max_error: context => [sklearn('max_error', pair, { ...context, weighted: false })],
  mape: ({ weighted }) => {
    const rows = 'y_true[y_true != 0], y_pred[y_true != 0]';
    const weights = weighted ? ', sample_weight=weight[y_true != 0]' : '';
    const name = 'mean_absolute_percentage_error';
    return [
      {
        library: 'scikit-learn',
        code: `from sklearn.metrics import ${name}; ${name}(${rows}${weights})`,
      },
    ];
  },
  smape: mean(
    '2 * np.abs(y_pred - y_true) / np.where(y_pred == y_true, 1, np.abs(y_true) + np.abs(y_pred))',
  ),
  wape: ({ weighted }) => {
    const w = weighted ? ', weights=weight' : '';
    return [numpy(`np.average(np.abs(y_pred - y_true)${w}) / np.average(np.abs(y_true)${w})`)];
  },
  msle: simple('mean_squared_log_error'),
  rmsle: rooted('mean_squared_log_error'),
  huber: context => [
    torch('huber_loss', `${tensors}, delta=${context.parameters.huberDelta}`, context),
  ],
  smooth_l1: context => [
    torch('smooth_l1_loss', `${tensors}, beta=${context.parameters.smoothL1Beta}`, context),
  ],
  pseudo_huber: context => [
    numpyMean(
      `pseudo_huber(${context.parameters.pseudoHuberDelta}, y_pred - y_true)`,
      context,
      'from scipy.special import pseudo_huber',
    ),
  ],
  log_cosh: mean('np.logaddexp(y_pred - y_true, y_true - y_pred) - np.log(2)'),
  pinball: context => [
    sklearn('mean_pinball_loss', `${pair}, alpha=${context.parameters.quantile}`, context),
  ],
  r2: simple('r2_score'),
  explained_variance: simple('explained_variance_score'),
  d2_absolute: simple('d2_absolute_error_score'),
  poisson_deviance: simple('mean_poisson_deviance'),
  gamma_deviance: simple('mean_gamma_deviance'),
  tweedie_deviance: context => [
    sklearn('mean_tweedie_deviance', `${pair}, power=${context.parameters.tweediePower}`, context),
  ],
  within_tolerance: context => [
    numpyMean(
      `np.abs(y_pred - y_true) <= ${context.parameters.tolerance} * np.abs(y_true)`,
      context,
    ),
  ],
  gaussian_nll: context => [
    torch('gaussian_nll_loss', `${tensors}, torch.tensor(variance), eps=1e-300`, context),
  ],
  interval_score: context => {
    const level = context.usable.task === 'regression' ? context.usable.level : undefined;
    const outside = 'np.maximum(0, lower - y_true) + np.maximum(0, y_true - upper)';
    return [numpyMean(`upper - lower + 2 / (1 - ${level}) * (${outside})`, context)];
  },
  coverage: mean('(lower <= y_true) & (y_true <= upper)'),
};
