import type { MetricId } from '../../../src/shared/metricId';

/** The files of golden values, as `CONVENTIONS.md` beside them describes. */
export interface Expected {
  readonly file?: string;
  readonly files?: readonly string[];
  readonly task: string;
  readonly models?: Readonly<Record<string, ExpectedModel>>;
  readonly series?: Readonly<Record<string, ExpectedSeries>>;
  readonly interval?: { readonly coverage: number };
  readonly verdict?: string;
  readonly [key: string]: unknown;
}

export interface ExpectedModel {
  readonly n_used: number;
  readonly metrics: Readonly<Record<string, number | null>>;
}

export interface ExpectedSeries {
  readonly n_finite: number;
  readonly first: number;
  readonly last: number;
  readonly min: number;
  readonly max: number;
  readonly x_of_min_first: number;
  readonly x_of_max_first: number;
}

interface Comparison {
  readonly id: MetricId;
  readonly value: number;
  readonly tolerance: number;
}

const tight = 1e-12;
/** The golden focal loss clips probabilities at 1e-7. */
const focalTolerance = 1e-5;

const regressionKeys: Readonly<Partial<Record<MetricId, string>>> = {
  mse: 'mse',
  rmse: 'rmse',
  mae: 'mae',
  medae: 'median_absolute_error',
  max_error: 'max_error',
  mape: 'mape_nonzero_rows',
  smape: 'smape_0_2',
  wape: 'wape',
  msle: 'msle',
  rmsle: 'rmsle',
  huber: 'huber_delta1',
  smooth_l1: 'smooth_l1_beta1',
  log_cosh: 'log_cosh',
  pinball: 'pinball_0.5',
  explained_variance: 'explained_variance',
  r2: 'r2',
  mean_error: 'mean_error_bias',
};

const labelKeys: Readonly<Partial<Record<MetricId, string>>> = {
  accuracy: 'accuracy',
  balanced_accuracy: 'balanced_accuracy',
  mcc: 'mcc',
  kappa: 'cohen_kappa',
};

const binaryKeys: Readonly<Partial<Record<MetricId, string>>> = {
  ...labelKeys,
  precision: 'precision',
  recall: 'recall',
  f1: 'f1',
  brier: 'brier',
  roc_auc: 'roc_auc',
  average_precision: 'average_precision',
  ece: 'ece10_positive_class',
  focal: 'focal_gamma2',
  log_loss: 'bce_torch_log_clamp100',
};

const multiclassKeys: Readonly<Partial<Record<MetricId, string>>> = {
  ...labelKeys,
  precision: 'precision_macro',
  recall: 'recall_macro',
  f1: 'f1_macro',
  brier: 'brier_multiclass_sum',
  roc_auc: 'roc_auc_ovr_macro',
  average_precision: 'average_precision_ovr_macro',
  ece: 'ece10_confidence',
  top_k_accuracy: 'top2_accuracy',
  focal: 'focal_gamma2',
  log_loss: 'nll_torch_log_p',
};

function keysOf(task: string): Readonly<Partial<Record<MetricId, string>>> {
  if (task.startsWith('regression')) return regressionKeys;
  return task.startsWith('multiclass') ? multiclassKeys : binaryKeys;
}

/** What the product's values must be for one model of a golden file. */
export function comparisons(task: string, { metrics }: ExpectedModel): readonly Comparison[] {
  return (Object.entries(keysOf(task)) as [MetricId, string][]).flatMap(([id, key]) => {
    const value = metrics[key];
    if (value === undefined || value === null || isIncomparable(id, metrics)) return [];
    return [{ id, value, tolerance: id === 'focal' ? focalTolerance : tight }];
  });
}

/** Values that a library makes up where the product says undefined, or that it clips. */
function isIncomparable(id: MetricId, metrics: ExpectedModel['metrics']): boolean {
  if (id === 'log_loss') return (metrics.n_p_exactly_0_or_1 ?? 0) !== 0;
  if (id === 'focal') return metrics['bce_clip1e-7_keras'] !== metrics.bce_torch_log_clamp100;
  if (id === 'r2' || id === 'explained_variance') {
    return (metrics.r2_undefined_constant_target as unknown) === true;
  }
  // scikit-learn prints 0 for 0/0.
  return (id === 'mcc' || id === 'kappa') && metrics[id === 'mcc' ? 'mcc' : 'cohen_kappa'] === 0;
}
