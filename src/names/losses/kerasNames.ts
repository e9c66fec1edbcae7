import { calls, type NameTable, type Row, texts } from './lossName';

const logits = 'from_logits label_smoothing:labelSmoothing=0 axis reduction';

/** Losses as classes, functions and strings: Keras takes all three. */
const losses: readonly Row[] = [
  ['MeanSquaredError mean_squared_error mse MSE', 'mse', 'numbers', 'reduction'],
  ['MeanAbsoluteError mean_absolute_error mae MAE', 'mae', 'numbers', 'reduction'],
  [
    'MeanAbsolutePercentageError mean_absolute_percentage_error mape MAPE',
    'mape',
    'numbers',
    'reduction',
  ],
  [
    'MeanSquaredLogarithmicError mean_squared_logarithmic_error msle MSLE',
    'msle',
    'positive numbers',
    'reduction',
  ],
  ['Huber huber huber_loss', 'huber', 'numbers', 'delta:huberDelta=1 reduction'],
  ['LogCosh log_cosh logcosh', 'log_cosh', 'numbers', 'reduction'],
  ['BinaryCrossentropy binary_crossentropy bce BCE', 'log_loss', 'one probability', logits],
  [
    'BinaryFocalCrossentropy binary_focal_crossentropy',
    'focal',
    'one probability',
    'apply_class_balancing alpha gamma:focalGamma=2 from_logits label_smoothing',
  ],
  [
    'CategoricalCrossentropy categorical_crossentropy',
    'log_loss',
    'a probability per class',
    logits,
  ],
  [
    'CategoricalFocalCrossentropy categorical_focal_crossentropy',
    'focal',
    'a probability per class',
    'alpha gamma:focalGamma=2 from_logits label_smoothing',
  ],
  [
    'SparseCategoricalCrossentropy sparse_categorical_crossentropy',
    'log_loss',
    'a probability per class',
    'from_logits ignore_class reduction',
  ],
  [
    'KLDivergence kl_divergence kld KLD kullback_leibler_divergence',
    'kl_divergence',
    'a probability per class',
    'reduction',
  ],
  ['Poisson poisson', 'poisson_nll', 'positive numbers', 'reduction'],
  ['Hinge hinge', 'hinge', 'margins', 'reduction'],
  ['SquaredHinge squared_hinge', 'squared_hinge', 'margins', 'reduction'],
  ['CategoricalHinge categorical_hinge', 'hinge', 'margins per class', 'reduction'],
  ['CosineSimilarity cosine_similarity', 'cosine', 'two embeddings', 'axis reduction'],
  ['Dice dice', 'dice', 'masks', 'reduction'],
  ['Tversky tversky', 'tversky', 'masks', 'alpha beta reduction'],
  [
    'CategoricalGeneralizedCrossEntropy categorical_generalized_cross_entropy',
    'gce',
    'a probability per class',
    'q reduction',
  ],
  ['CTC ctc', 'ctc', 'log-probabilities per step', 'reduction'],
  ['Circle circle', 'circle', 'two embeddings', 'gamma margin'],
];

const metrics: readonly Row[] = [
  ['RootMeanSquaredError', 'rmse', 'numbers'],
  ['Accuracy', 'accuracy', 'labels'],
  ['BinaryAccuracy binary_accuracy', 'accuracy', 'one probability', '_ _ threshold'],
  ['CategoricalAccuracy categorical_accuracy', 'accuracy', 'a probability per class'],
  ['SparseCategoricalAccuracy sparse_categorical_accuracy', 'accuracy', 'a probability per class'],
  [
    'TopKCategoricalAccuracy top_k_categorical_accuracy',
    'top_k_accuracy',
    'a probability per class',
    'k',
  ],
  [
    'SparseTopKCategoricalAccuracy sparse_top_k_categorical_accuracy',
    'top_k_accuracy',
    'a probability per class',
    'k',
  ],
  ['AUC', 'roc_auc', 'one probability', 'num_thresholds curve | from_logits'],
  ['Precision', 'precision', 'one probability', 'thresholds top_k'],
  ['Recall', 'recall', 'one probability', 'thresholds top_k'],
  ['F1Score', 'f1', 'a probability per class', 'average threshold'],
  ['FBetaScore', 'f_beta', 'a probability per class', 'average beta threshold'],
  ['R2Score', 'r2', 'numbers'],
  ['MeanIoU', 'jaccard_index', 'labels', 'num_classes'],
  ['BinaryIoU', 'jaccard_index', 'one probability', '_ threshold'],
];

const raw: readonly Row[] = [
  ['sigmoid_cross_entropy_with_logits', 'log_loss', 'one logit'],
  ['softmax_cross_entropy_with_logits', 'log_loss', 'a logit per class'],
  ['sparse_softmax_cross_entropy_with_logits', 'log_loss', 'a logit per class'],
];

const metricTexts: readonly Row[] = [
  ['accuracy acc', 'accuracy', 'labels or probabilities'],
  ['binary_accuracy', 'accuracy', 'one probability'],
  ['categorical_accuracy', 'accuracy', 'a probability per class'],
  ['sparse_categorical_accuracy', 'accuracy', 'a probability per class'],
  ['top_k_categorical_accuracy', 'top_k_accuracy', 'a probability per class'],
  ['sparse_top_k_categorical_accuracy', 'top_k_accuracy', 'a probability per class'],
  ['root_mean_squared_error RootMeanSquaredError', 'rmse', 'numbers'],
  ['AUC auc', 'roc_auc', 'one probability'],
  ['Precision precision', 'precision', 'one probability'],
  ['Recall recall', 'recall', 'one probability'],
  ['f1_score', 'f1', 'a probability per class'],
  ['r2_score', 'r2', 'numbers'],
];

/** keras.losses, keras.metrics and tf.nn, and the strings of compile(). */
export const kerasNames: readonly NameTable[] = [
  calls('keras', [...losses, ...metrics, ...raw]),
  texts('keras', 'both', losses),
  texts('keras', 'metric', metricTexts),
];
