import type { MetricId } from '../../../src/shared/metricId';

/** Libraries that `make_goldens.py` asks, with the versions that ran, and the formulas that it writes out itself. */
const sklearn = 'scikit-learn 1.2.1';
const torch = 'PyTorch 1.13.0';
const scipy = 'SciPy 1.10.1';
const formula = 'its formula in NumPy 1.24.2';
const long = `${formula}, in long doubles`;

/** What the golden values of each loss come from. */
export const references: Readonly<Record<MetricId, string>> = {
  sum_error: long,
  sum_absolute_error: `${torch}, l1_loss`,
  sum_squared_error: `${torch}, mse_loss`,
  mean_error: long,
  mae: `${sklearn}, mean_absolute_error`,
  mse: `${sklearn}, mean_squared_error`,
  rmse: `${sklearn}, mean_squared_error`,
  medae: `${sklearn}, median_absolute_error`,
  max_error: `${sklearn}, max_error`,
  mape: `${sklearn}, mean_absolute_percentage_error, over the rows whose target is not zero`,
  smape: long,
  wape: long,
  msle: `${sklearn}, mean_squared_log_error`,
  rmsle: `${sklearn}, mean_squared_log_error`,
  huber: `${torch}, huber_loss`,
  smooth_l1: `${torch}, smooth_l1_loss`,
  pseudo_huber: `${scipy}, pseudo_huber`,
  log_cosh: long,
  pinball: `${sklearn}, mean_pinball_loss`,
  r2: `${sklearn}, r2_score`,
  explained_variance: `${sklearn}, explained_variance_score`,
  d2_absolute: `${sklearn}, d2_absolute_error_score`,
  poisson_deviance: `${sklearn}, mean_poisson_deviance`,
  gamma_deviance: `${sklearn}, mean_gamma_deviance`,
  tweedie_deviance: `${sklearn}, mean_tweedie_deviance`,
  within_tolerance: formula,
  gaussian_nll: `${torch}, gaussian_nll_loss`,
  interval_score: formula,
  coverage: formula,
  log_loss: `${torch}, nll_loss, cross_entropy and binary_cross_entropy_with_logits`,
  brier: `${sklearn}, brier_score_loss, for two classes; ${formula} for more`,
  spherical: formula,
  focal: `${formula}, from the log loss of ${torch}`,
  hinge: `${sklearn}, hinge_loss`,
  squared_hinge: formula,
  zero_one: `${sklearn}, zero_one_loss`,
  accuracy: `${sklearn}, accuracy_score`,
  balanced_accuracy: `${sklearn}, balanced_accuracy_score`,
  precision: `${sklearn}, precision_score`,
  recall: `${sklearn}, recall_score`,
  f1: `${sklearn}, f1_score`,
  mcc: `${sklearn}, matthews_corrcoef`,
  kappa: `${sklearn}, cohen_kappa_score`,
  roc_auc: `${sklearn}, roc_auc_score`,
  average_precision: `${sklearn}, average_precision_score`,
  ece: formula,
  top_k_accuracy: `${sklearn}, top_k_accuracy_score`,
  perplexity: `exp of the log loss of ${torch}`,
  kl_divergence: `${scipy}, rel_entr`,
};
