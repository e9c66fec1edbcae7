/** The better end of a measure. */
export type BetterEnd = 'lower' | 'higher';

import type { SeriesSplit } from '../shared/lossReport';

/** Words of a series name that say which data it was measured on. */
export const splitWords: ReadonlyMap<string, NonNullable<SeriesSplit>> = new Map(
  Object.entries({
    train: 'train',
    training: 'train',
    trn: 'train',
    learn: 'train',
    val: 'validation',
    valid: 'validation',
    validation: 'validation',
    eval: 'validation',
    evaluation: 'validation',
    dev: 'validation',
    holdout: 'validation',
    test: 'test',
    testing: 'test',
    tst: 'test',
  } as const),
);

/** Words that say how often or over how much a value was taken, not what it is. */
export const fillerWords: ReadonlySet<string> = new Set(
  'step steps epoch epochs batch iter iteration avg average mean total running overall metric metrics smooth smoothed history curve'.split(
    ' ',
  ),
);

const lowerWords =
  'loss losses cost objective objf error errors err rmse mse mae mape smape rmsle msle medae perplexity ppl logloss mlogloss merror crossentropy xent nll bce ce l1 l2 huber hinge deviance wer cer fid brier ece multiclass quantile wape';
const higherWords =
  'accuracy acc precision recall sensitivity specificity f1 fscore fbeta auc auroc auprc aucpr roc map ap iou miou jaccard dice r r2 score reward rewards rew return nmi ari spearman pearson corr correlation kappa mcc bleu rouge meteor psnr ssim ndcg mrr hit hits top ccc likelihood loglik logprob logprobability';

/** Words that name a measure, with the direction that is better. */
export const measureWords: ReadonlyMap<string, BetterEnd> = new Map([
  ...lowerWords.split(' ').map(word => [word, 'lower'] as const),
  ...higherWords.split(' ').map(word => [word, 'higher'] as const),
]);

/** Words that turn a measure into something else: `loss_scale`, `learning_rate_decay`, `grad_norm`. */
export const settingWords: ReadonlySet<string> = new Set(
  'scale scaler weight weights coef coefficient time times seconds sec samples runtime threshold decay norm eta memory num count parameters params flos flops speed throughput momentum size duration len length lr temperature std'.split(
    ' ',
  ),
);

/** Several spellings of one quantity. */
export const quantityAliases: ReadonlyMap<string, string> = new Map(
  Object.entries({
    losses: 'loss',
    cost: 'loss',
    objective: 'loss',
    acc: 'accuracy',
    logloss: 'log_loss',
    ppl: 'perplexity',
    auroc: 'auc',
    roc_auc: 'auc',
    reward: 'reward',
    rewards: 'reward',
    rew: 'reward',
    absolute_error: 'mae',
    squared_error: 'mse',
    root_squared_error: 'rmse',
    f1_score: 'f1',
    r2_score: 'r2',
  }),
);

export const optimizerWords: ReadonlySet<string> = new Set(
  'adam w adamw adamax nadam radam sgd rmsprop adagrad adadelta adafactor lion lamb lars muon opt optimizer group param'.split(
    ' ',
  ),
);
