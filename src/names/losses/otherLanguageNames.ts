import { calls, type NameTable, type Row, texts } from './lossName';

const javascript: readonly NameTable[] = [
  calls('tfjs', [
    ['meanSquaredError MSE mse', 'mse', 'numbers'],
    ['absoluteDifference meanAbsoluteError MAE mae', 'mae', 'numbers'],
    ['huberLoss', 'huber', 'numbers', '_ _ _ delta:huberDelta=1'],
    ['logLoss binaryCrossentropy', 'log_loss', 'one probability'],
    ['sigmoidCrossEntropy', 'log_loss', 'one logit'],
    ['softmaxCrossEntropy', 'log_loss', 'a logit per class'],
    ['categoricalCrossentropy', 'log_loss', 'a probability per class'],
    ['hingeLoss', 'hinge', 'margins'],
    ['cosineDistance cosineProximity', 'cosine', 'two embeddings'],
    ['meanAbsolutePercentageError MAPE mape', 'mape', 'numbers'],
    ['binaryAccuracy categoricalAccuracy', 'accuracy', 'a probability per class'],
    ['precision', 'precision', 'labels'],
    ['recall', 'recall', 'labels'],
  ]),
  texts('tfjs', 'both', [
    ['meanSquaredError mse', 'mse', 'numbers'],
    ['meanAbsoluteError mae', 'mae', 'numbers'],
    ['meanAbsolutePercentageError mape', 'mape', 'numbers'],
    ['meanSquaredLogarithmicError', 'msle', 'positive numbers'],
    ['binaryCrossentropy', 'log_loss', 'one probability'],
    ['categoricalCrossentropy', 'log_loss', 'a probability per class'],
    ['sparseCategoricalCrossentropy', 'log_loss', 'a probability per class'],
    ['hinge', 'hinge', 'margins'],
    ['squaredHinge', 'squared_hinge', 'margins'],
    ['logcosh', 'log_cosh', 'numbers'],
    ['poisson', 'poisson_nll', 'positive numbers'],
    ['cosineProximity', 'cosine', 'two embeddings'],
    ['kullbackLeiblerDivergence', 'kl_divergence', 'a probability per class'],
  ]),
  texts('tfjs', 'metric', [['accuracy acc', 'accuracy', 'labels or probabilities']]),
];

const julia: readonly NameTable[] = [
  calls('flux', [
    ['mse', 'mse', 'numbers'],
    ['mae', 'mae', 'numbers'],
    ['msle', 'msle', 'positive numbers'],
    ['huber_loss', 'huber', 'numbers', '| delta:huberDelta=1'],
    ['crossentropy', 'log_loss', 'a probability per class'],
    ['logitcrossentropy', 'log_loss', 'a logit per class'],
    ['binarycrossentropy', 'log_loss', 'one probability'],
    ['logitbinarycrossentropy', 'log_loss', 'one logit'],
    ['kldivergence', 'kl_divergence', 'a probability per class'],
    ['poisson_loss', 'poisson_nll', 'positive numbers'],
    ['hinge_loss', 'hinge', 'margins'],
    ['squared_hinge_loss', 'squared_hinge', 'margins'],
    ['dice_coeff_loss', 'dice', 'masks'],
    ['tversky_loss', 'tversky', 'masks', '| beta'],
    ['binary_focal_loss', 'focal', 'one probability', '| gamma:focalGamma=2'],
    ['focal_loss', 'focal', 'a probability per class', '| gamma:focalGamma=2'],
  ]),
];

const rTorch: readonly Row[] = [
  ['nn_mse_loss nnf_mse_loss', 'mse', 'numbers', '| reduction'],
  ['nn_l1_loss nnf_l1_loss', 'mae', 'numbers', '| reduction'],
  ['nn_smooth_l1_loss nnf_smooth_l1_loss', 'smooth_l1', 'numbers', '| reduction'],
  ['nn_cross_entropy_loss nnf_cross_entropy', 'log_loss', 'a logit per class', '| reduction'],
  ['nn_nll_loss nnf_nll_loss', 'log_loss', 'log-probabilities', '| reduction'],
  ['nn_bce_loss nnf_binary_cross_entropy', 'log_loss', 'one probability', '| reduction'],
  [
    'nn_bce_with_logits_loss nnf_binary_cross_entropy_with_logits',
    'log_loss',
    'one logit',
    '| reduction',
  ],
  ['nn_kl_div_loss nnf_kl_div', 'kl_divergence', 'log-probabilities', '| reduction'],
  ['nn_poisson_nll_loss nnf_poisson_nll_loss', 'poisson_nll', 'log rates', '| log_input full'],
];

const rKeras: readonly Row[] = [
  ['loss_mean_squared_error metric_mean_squared_error', 'mse', 'numbers'],
  ['loss_mean_absolute_error metric_mean_absolute_error', 'mae', 'numbers'],
  ['loss_mean_absolute_percentage_error', 'mape', 'numbers'],
  ['loss_huber', 'huber', 'numbers', '| delta:huberDelta=1'],
  ['loss_log_cosh', 'log_cosh', 'numbers'],
  ['loss_binary_crossentropy', 'log_loss', 'one probability', '| from_logits'],
  ['loss_categorical_crossentropy', 'log_loss', 'a probability per class', '| from_logits'],
  ['loss_sparse_categorical_crossentropy', 'log_loss', 'a probability per class', '| from_logits'],
  ['loss_kl_divergence', 'kl_divergence', 'a probability per class'],
  ['loss_poisson', 'poisson_nll', 'positive numbers'],
  ['loss_hinge', 'hinge', 'margins'],
  ['metric_binary_accuracy', 'accuracy', 'one probability'],
  ['metric_auc', 'roc_auc', 'one probability'],
];

const rKerasTexts: readonly Row[] = [
  ['mse mean_squared_error', 'mse', 'numbers'],
  ['mae mean_absolute_error', 'mae', 'numbers'],
  ['binary_crossentropy', 'log_loss', 'one probability'],
  ['categorical_crossentropy', 'log_loss', 'a probability per class'],
  ['sparse_categorical_crossentropy', 'log_loss', 'a probability per class'],
];

const yardstick: readonly Row[] = [
  ['rmse rmse_vec', 'rmse', 'numbers'],
  ['mae mae_vec', 'mae', 'numbers'],
  ['mape mape_vec', 'mape', 'numbers'],
  ['smape smape_vec', 'smape', 'numbers'],
  ['rsq_trad', 'r2', 'numbers'],
  ['huber_loss huber_loss_vec', 'huber', 'numbers', '| delta:huberDelta=1'],
  ['mn_log_loss mn_log_loss_vec', 'log_loss', 'a probability per class'],
  ['roc_auc roc_auc_vec', 'roc_auc', 'a probability per class'],
  ['brier_class', 'brier', 'a probability per class'],
  ['accuracy accuracy_vec', 'accuracy', 'labels'],
  ['bal_accuracy', 'balanced_accuracy', 'labels'],
];

const rMetrics: readonly Row[] = [
  ['rmse', 'rmse', 'numbers'],
  ['mse', 'mse', 'numbers'],
  ['mae', 'mae', 'numbers'],
  ['mape', 'mape', 'numbers'],
  ['smape', 'smape', 'numbers'],
  ['rmsle', 'rmsle', 'positive numbers'],
  ['mdae', 'medae', 'numbers'],
  ['logLoss', 'log_loss', 'one probability'],
  ['auc', 'roc_auc', 'scores'],
];

/** Losses in JavaScript, Julia and R. */
export const otherLanguageNames: readonly NameTable[] = [
  ...javascript,
  ...julia,
  calls('rtorch', rTorch),
  calls('rkeras', rKeras),
  texts('rkeras', 'both', rKerasTexts),
  texts('rkeras', 'metric', [['accuracy', 'accuracy', 'labels or probabilities']]),
  calls('yardstick', yardstick),
  calls('rmetrics', rMetrics),
];
