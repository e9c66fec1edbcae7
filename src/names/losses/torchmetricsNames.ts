import { calls, type NameTable, type Row } from './lossName';

const task = '| task num_classes average threshold top_k ignore_index n_bins norm';
const kinds = ['Binary', 'Multiclass', 'Multilabel'] as const;

const regression: readonly Row[] = [
  ['MeanSquaredError mean_squared_error', 'mse', 'numbers', '| squared num_outputs'],
  ['MeanAbsoluteError mean_absolute_error', 'mae', 'numbers'],
  ['MeanAbsolutePercentageError mean_absolute_percentage_error', 'mape', 'numbers'],
  [
    'SymmetricMeanAbsolutePercentageError symmetric_mean_absolute_percentage_error',
    'smape',
    'numbers',
  ],
  [
    'WeightedMeanAbsolutePercentageError weighted_mean_absolute_percentage_error',
    'wape',
    'numbers',
  ],
  ['MeanSquaredLogError mean_squared_log_error', 'msle', 'positive numbers'],
  ['LogCoshError log_cosh_error', 'log_cosh', 'numbers'],
  ['MinkowskiDistance minkowski_distance', 'minkowski', 'numbers', '| p'],
  ['R2Score r2_score', 'r2', 'numbers', '| adjusted multioutput'],
  ['ExplainedVariance explained_variance', 'explained_variance', 'numbers', '| multioutput'],
  [
    'TweedieDevianceScore tweedie_deviance_score',
    'tweedie_deviance',
    'positive numbers',
    '| power:tweediePower=0',
  ],
  ['KLDivergence kl_divergence', 'kl_divergence', 'a probability per class', '| log_prob'],
  ['CosineSimilarity cosine_similarity', 'cosine', 'two embeddings', '| reduction'],
  ['PearsonCorrCoef pearson_corrcoef', 'pearson', 'numbers'],
  ['SpearmanCorrCoef spearman_corrcoef', 'spearman', 'numbers'],
  ['ConcordanceCorrCoef concordance_corrcoef', 'concordance', 'numbers'],
  ['Perplexity perplexity', 'perplexity', 'a logit per class', '| ignore_index'],
  ['Dice', 'dice', 'masks', task],
];

/** One class for all tasks, and one for each of them. */
const classification: readonly Row[] = [
  ['Accuracy accuracy', 'accuracy', 'probabilities or logits', task],
  ['AUROC auroc', 'roc_auc', 'probabilities or logits', task],
  ['AveragePrecision average_precision', 'average_precision', 'probabilities or logits', task],
  ['F1Score f1_score', 'f1', 'probabilities or logits', task],
  ['FBetaScore fbeta_score', 'f_beta', 'probabilities or logits', `${task} beta`],
  ['Precision precision', 'precision', 'probabilities or logits', task],
  ['Recall recall', 'recall', 'probabilities or logits', task],
  ['Specificity specificity', 'specificity', 'probabilities or logits', task],
  ['MatthewsCorrCoef matthews_corrcoef', 'mcc', 'probabilities or logits', task],
  ['CohenKappa cohen_kappa', 'kappa', 'probabilities or logits', `${task} weights`],
  ['CalibrationError calibration_error', 'ece', 'probabilities or logits', task],
  ['HingeLoss hinge_loss', 'hinge', 'margins', `${task} squared`],
  ['JaccardIndex jaccard_index', 'jaccard_index', 'probabilities or logits', task],
  ['HammingDistance hamming_distance', 'hamming_loss', 'probabilities or logits', task],
];

function ofTasks([names, loss, takes, parameters]: Row): Row {
  const [name = '', snake = ''] = names.split(' ');
  const own = kinds.flatMap(kind => [`${kind}${name}`, `${kind.toLowerCase()}_${snake}`]);
  return [[name, snake, ...own].join(' '), loss, takes, parameters ?? ''];
}

/** torchmetrics and torchmetrics.functional, whatever the module below them. */
export const torchmetricsNames: readonly NameTable[] = [
  calls('torchmetrics', [...regression, ...classification.map(ofTasks)]),
];
