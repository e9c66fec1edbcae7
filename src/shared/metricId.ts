/** Every loss and score the report can hold, by its canonical id. The order is the order of tables. */
export const metricIds = [
  'sum_error',
  'sum_absolute_error',
  'sum_squared_error',
  'mean_error',
  'mae',
  'mse',
  'rmse',
  'medae',
  'max_error',
  'mape',
  'smape',
  'wape',
  'msle',
  'rmsle',
  'huber',
  'smooth_l1',
  'pseudo_huber',
  'log_cosh',
  'pinball',
  'r2',
  'explained_variance',
  'd2_absolute',
  'poisson_deviance',
  'gamma_deviance',
  'tweedie_deviance',
  'within_tolerance',
  'gaussian_nll',
  'interval_score',
  'coverage',
  'mase',
  'rmsse',
  'mean_pinball',
  'wql',
  'log_loss',
  'brier',
  'spherical',
  'focal',
  'hinge',
  'squared_hinge',
  'zero_one',
  'accuracy',
  'balanced_accuracy',
  'precision',
  'recall',
  'f1',
  'mcc',
  'kappa',
  'roc_auc',
  'average_precision',
  'ece',
  'top_k_accuracy',
  'perplexity',
  'kl_divergence',
  'qwk',
  'rank_error',
  'rps',
  'hamming_loss',
  'subset_accuracy',
  'jaccard',
  'ranking_loss',
  'lrap',
  'coverage_error',
  'precision_micro',
  'recall_micro',
  'f1_micro',
  'precision_macro',
  'recall_macro',
  'f1_macro',
  'precision_samples',
  'recall_samples',
  'f1_samples',
] as const;

export type BuiltInId = (typeof metricIds)[number];
/** A loss of the person's own, by the name it was given. */
export type OwnLossId = `own:${string}`;
export type MetricId = BuiltInId | OwnLossId;

/** What a table of predictions is: it decides which metrics exist. */
export type PredictionTask = 'regression' | 'binary' | 'multiclass' | 'errors';
/** Several outputs at once: labels of which a row may have any number, or several targets. */
export type OutputsTask = 'multilabel' | 'multioutput';
/** What the metrics of the catalogue are of. */
export type MetricTask = PredictionTask | 'multilabel';

export type Task = PredictionTask | OutputsTask | 'training';

/** Every task, in the order in which they are offered. */
export const tasks: readonly Task[] = [
  'regression',
  'binary',
  'multiclass',
  'multilabel',
  'multioutput',
  'errors',
  'training',
];

/** Whether a task is of several outputs. */
export function isOutputsTask(task: Task | undefined): task is OutputsTask {
  return task === 'multilabel' || task === 'multioutput';
}

/** Parameters of the losses, by the name the catalogue gives them. */
export interface Parameters {
  readonly huberDelta: number;
  readonly smoothL1Beta: number;
  readonly pseudoHuberDelta: number;
  readonly quantile: number;
  readonly tweediePower: number;
  /** |error| <= tolerance * |target| counts as right. A fraction. */
  readonly tolerance: number;
  readonly focalGamma: number;
  readonly topK: number;
  readonly calibrationBins: number;
  /** Label smoothing of the cross-entropy, 0 to 1. */
  readonly labelSmoothing: number;
  /** Weights of the classes in the cross-entropy, by class name; a class left out has the weight 1. */
  readonly classWeights?: Readonly<Record<string, number>>;
  /** Losses of the person's own. */
  readonly ownLosses?: readonly { readonly name: string; readonly formula: string }[];
}

/** What the losses are computed with until somebody says otherwise. */
export const defaultParameters: Parameters = {
  huberDelta: 1,
  smoothL1Beta: 1,
  pseudoHuberDelta: 1,
  quantile: 0.5,
  tweediePower: 1.5,
  tolerance: 0.1,
  focalGamma: 2,
  topK: 2,
  calibrationBins: 10,
  labelSmoothing: 0,
};
