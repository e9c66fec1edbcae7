import type { LossIdea } from './lossIdea';
import { scoreWords } from './scoreWords';
import { specialWords } from './specialWords';
import type { LossWords } from './wordsOfLoss';

const errorWords = {
  sum_error: {
    punishes: 'The sum of the signed errors: opposite errors cancel.',
    otherwise: 'Choose the mean absolute error to see how large the errors are.',
  },
  sum_absolute_error: {
    punishes: 'Every unit of error costs the same, added up over all rows.',
    otherwise: 'Choose the mean to compare data of different length.',
  },
  sum_squared_error: {
    punishes: 'Errors cost their square, added up: twice the error costs four times as much.',
    otherwise: 'Choose the mean to compare data of different length.',
  },
  mean_error: {
    punishes: 'Nothing but the average offset: it is 0 when too high and too low cancel.',
    otherwise: 'Choose the mean absolute error to see how large the errors are.',
  },
  mae: {
    punishes: 'Every unit of error costs the same, so the best constant is the median.',
    otherwise:
      'Choose MSE when large errors are worse than many small ones, Huber when the kink at 0 disturbs the training.',
  },
  mse: {
    punishes:
      'Twice the error costs four times as much, so the largest errors decide; the best constant is the mean.',
    otherwise: 'Choose MAE or Huber when a few outliers should not decide.',
  },
  rmse: {
    punishes: 'The same as MSE, told in the unit of the target: the largest errors decide.',
    otherwise: 'Choose MAE when a few outliers should not decide.',
  },
  medae: {
    punishes: 'Half of the rows are off by less; how bad the other half is does not matter.',
    otherwise: 'Choose MAE when every row has to count.',
  },
  max_error: {
    punishes: 'The single worst row, and nothing else.',
    otherwise: 'Choose a high quantile of the errors when one odd row should not decide.',
  },
  mape: {
    punishes:
      'The error as a share of the true value: too high costs more than too low, because too low cannot exceed 100 %.',
    otherwise: 'Choose WAPE or MAE when targets can be 0 or close to it.',
  },
  smape: {
    punishes: 'The error as a share of the mean of prediction and target, at most 200 %.',
    otherwise: 'Choose WAPE or MAE when values can be 0: every error there counts in full.',
  },
  mase: {
    punishes: 'The error as a multiple of what the naive forecast is off: above 1 it is worse.',
    otherwise: 'Choose WAPE when one series counts, or when large series should count more.',
  },
  rmsse: {
    punishes: 'As MASE, but of squared errors: single large errors decide.',
    otherwise: 'Choose MASE when the median is what should be forecast.',
  },
  mean_pinball: {
    punishes: 'How far all predicted quantiles are off, each level with its own slope, in units.',
    otherwise: 'Choose the pinball loss when one level alone matters.',
  },
  wql: {
    punishes: 'All quantiles together as a share of all true values: large targets decide.',
    otherwise: 'Choose the mean pinball loss when the size in units matters.',
  },
  wape: {
    punishes: 'All errors together as a share of all true values together: large targets decide.',
    otherwise: 'Choose MAPE when every row should count the same, however small its target.',
  },
  msle: {
    punishes:
      'The squared ratio of prediction and target: too low by half costs about as much as too high by double.',
    otherwise: 'Choose MSE when the error in units matters, or when values can be negative.',
  },
  rmsle: {
    punishes: 'The same as MSLE under a root: roughly the typical relative error.',
    otherwise: 'Choose RMSE when the error in units matters, or when values can be negative.',
  },
  huber: {
    punishes:
      'Squared up to delta, then in a straight line: beyond delta an outlier pulls no harder.',
    otherwise:
      'Choose MSE when outliers are real and must be met, MAE when no delta is right for all rows.',
  },
  smooth_l1: {
    punishes:
      'Squared up to beta, then the absolute error less a constant: Huber with delta = beta, divided by beta.',
    otherwise: 'Choose Huber when the size of the loss should not change with beta.',
  },
  pseudo_huber: {
    punishes: 'A smooth bend from squared to straight around delta: like Huber, without its kink.',
    otherwise: 'Choose Huber when errors below delta should cost exactly their square.',
  },
  log_cosh: {
    punishes:
      'Half the square of small errors, the size of large ones less ln 2: smooth everywhere.',
    otherwise: 'Choose Huber when the bend has to stand elsewhere than at an error of 1.',
  },
  pinball: {
    punishes:
      'Too low costs q for each unit, too high 1 - q: its minimum is the q-quantile of the target.',
    otherwise: 'Choose MSE when the mean is wanted, and several quantiles when an interval is.',
  },
  poisson_deviance: {
    punishes:
      'Errors of counts, less severe where many are expected: the variance grows with the mean.',
    otherwise:
      'Choose Gamma for positive amounts whose spread grows with their size, MSE for equal spread.',
  },
  gamma_deviance: {
    punishes: 'Ratios: 10 % too much costs the same at 1 and at 1000.',
    otherwise: 'Choose Poisson when targets can be 0, Tweedie for many zeros and positive amounts.',
  },
  tweedie_deviance: {
    punishes:
      'Between Poisson (power 1) and Gamma (power 2): zeros and positive amounts in one, as claims have them.',
    otherwise: 'Choose MSE when the spread does not grow with the size.',
  },
  within_tolerance: {
    punishes: 'Counts the rows that are close enough; how far the others are off does not matter.',
    otherwise: 'Choose MAE when the size of the misses matters.',
  },
  gaussian_nll: {
    punishes:
      'Squared errors weighed by the variance the model itself claims, and claims that are too wide.',
    otherwise: 'Choose MSE when there is no predicted variance, or when the training runs away.',
  },
  interval_score: {
    punishes: 'The width of the interval, and what lies outside of it.',
    otherwise: 'Choose pinball losses to judge the two ends apart.',
  },
  coverage: {
    punishes: 'Nothing: it says how often the interval holds the target.',
    otherwise: 'Choose the interval score, which also counts the width.',
  },
  poisson_nll: {
    name: 'Poisson negative log-likelihood',
    punishes: 'Predicted rates under which the counts would be unlikely; its best value is not 0.',
    otherwise: 'Choose MSE when the targets are no counts.',
  },
  gamma_nll: {
    name: 'Gamma negative log-likelihood',
    punishes: 'Ratios of prediction and target: 10 % too much costs the same at any size.',
    otherwise: 'Choose Tweedie when targets can be 0.',
  },
  tweedie_nll: {
    name: 'Tweedie negative log-likelihood',
    punishes:
      'Like Poisson near power 1 and like Gamma near 2: made for many zeros and positive amounts.',
    otherwise: 'Choose Poisson for counts and Gamma for amounts that are never 0.',
  },
  epsilon_insensitive: {
    name: 'Epsilon-insensitive loss',
    punishes: 'Nothing up to epsilon, from there on every unit the same.',
    otherwise: 'Choose Huber when small errors should still be made smaller.',
  },
  squared_epsilon_insensitive: {
    name: 'Squared epsilon-insensitive loss',
    punishes: 'Nothing up to epsilon, from there on the square of the rest.',
    otherwise: 'Choose the plain one when outliers should not decide.',
  },
  expectile: {
    name: 'Expectile loss',
    punishes:
      'Squared errors, too low and too high with different weights: a quantile for the mean.',
    otherwise: 'Choose the pinball loss when a share of the rows has to lie below.',
  },
  fair: {
    name: 'Fair loss',
    punishes: 'Squared for small errors and nearly straight for large ones, smooth throughout.',
    otherwise: 'Choose Huber when a known size divides small from large.',
  },
  lq: {
    name: 'Lq loss',
    punishes: 'The q-th power of the error: q = 1 is MAE, q = 2 is MSE.',
    otherwise: 'Choose MAE or MSE unless another power is meant.',
  },
  minkowski: {
    name: 'Minkowski distance',
    punishes: 'The p-th root of the sum of p-th powers: it grows with the number of rows.',
    otherwise: 'Choose MAE or RMSE to compare data of different length.',
  },
} as const satisfies Partial<Record<LossIdea, LossWords>>;

/** Every loss in words; forced to be complete by its type. */
export const lossWords: Readonly<Record<LossIdea, LossWords>> = {
  ...errorWords,
  ...scoreWords,
  ...specialWords,
};

/** The name of a loss that the catalogue does not have. */
export function nameInWords(loss: LossIdea): string | undefined {
  return lossWords[loss].name;
}
