import type { BuiltInId } from '../../shared/metricId';

/** Losses of embeddings, masks, sequences, margins and rankings that the catalogue does not have. */
const specialIdeas = [
  'cox',
  'aft',
  'ctc',
  'hinge_embedding',
  'margin_ranking',
  'soft_margin',
  'multi_margin',
  'multilabel_margin',
  'multilabel_soft_margin',
  'cosine',
  'triplet',
  'circle',
  'dice',
  'tversky',
  'gce',
  'poly',
  'exponential',
  'modified_huber',
  'perceptron',
  'concordance',
  'pearson',
  'spearman',
  'ndcg',
  'dcg',
  'map_ranking',
  'lambdarank',
  'pairwise_ranking',
  'listwise_ranking',
] as const;

/** Losses that libraries have and the catalogue has not: there is something to say of them, and no number. */
export const otherIdeas: readonly OtherIdea[] = [
  ...specialIdeas,
  'poisson_nll',
  'gamma_nll',
  'tweedie_nll',
  'jaccard_index',
  'epsilon_insensitive',
  'squared_epsilon_insensitive',
  'expectile',
  'fair',
  'lq',
  'minkowski',
  'd2_pinball',
  'd2_tweedie',
  'f_beta',
  'specificity',
];

export type SpecialIdea = (typeof specialIdeas)[number];
type OtherIdea =
  | SpecialIdea
  | 'poisson_nll'
  | 'gamma_nll'
  | 'tweedie_nll'
  | 'jaccard_index'
  | 'epsilon_insensitive'
  | 'squared_epsilon_insensitive'
  | 'expectile'
  | 'fair'
  | 'lq'
  | 'minkowski'
  | 'd2_pinball'
  | 'd2_tweedie'
  | 'f_beta'
  | 'specificity';

/** Losses and scores of classes, and scores of numbers. */
export type ScoreIdea =
  | 'log_loss'
  | 'brier'
  | 'spherical'
  | 'focal'
  | 'hinge'
  | 'squared_hinge'
  | 'zero_one'
  | 'accuracy'
  | 'balanced_accuracy'
  | 'precision'
  | 'recall'
  | 'f1'
  | 'f_beta'
  | 'specificity'
  | 'mcc'
  | 'kappa'
  | 'roc_auc'
  | 'average_precision'
  | 'ece'
  | 'top_k_accuracy'
  | 'perplexity'
  | 'kl_divergence'
  | 'r2'
  | 'explained_variance'
  | 'd2_absolute'
  | 'd2_pinball'
  | 'd2_tweedie'
  | 'jaccard_index'
  | 'qwk'
  | 'rank_error'
  | 'rps'
  | MultilabelIdea;

/** Losses and scores of rows with any number of labels. */
export type MultilabelIdea = Extract<
  BuiltInId,
  | ('hamming_loss' | 'subset_accuracy' | 'jaccard' | 'ranking_loss' | 'lrap' | 'coverage_error')
  | `${string}_${'micro' | 'macro' | 'samples'}`
>;

/** What a loss is, whichever library names it. */
export type LossIdea = BuiltInId | OtherIdea;
