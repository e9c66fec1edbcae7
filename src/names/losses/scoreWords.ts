import { labelSetWords } from './labelSetWords';
import type { ScoreIdea } from './lossIdea';
import type { LossWords } from './wordsOfLoss';

/** Losses and scores of classes. */
export const scoreWords: Readonly<Record<ScoreIdea, LossWords>> = {
  log_loss: {
    punishes:
      'A small probability of the true class, without limit: being sure and wrong costs more than being unsure often.',
    otherwise:
      'Choose focal loss when easy rows drown the hard ones, Brier when single rows must not cost infinity.',
  },
  brier: {
    punishes:
      'The squared distance of the probability from what happened: at most 1 for two classes.',
    otherwise: 'Choose log loss when a confident miss has to hurt more.',
  },
  spherical: {
    punishes: 'Rewards the probability of the true class, relative to the length of all of them.',
    otherwise: 'Choose log loss when a confident miss has to hurt more.',
  },
  focal: {
    punishes:
      'Like log loss, but rows that are nearly right count little: the larger gamma, the less.',
    otherwise:
      'Choose plain cross-entropy when probabilities have to be honest: focal loss bends them.',
  },
  hinge: {
    punishes: 'Margins below 1, in a straight line; rows beyond the margin cost nothing.',
    otherwise: 'Choose cross-entropy when probabilities are wanted: margins give none.',
  },
  squared_hinge: {
    punishes: 'The square of what is missing to a margin of 1: far misses decide.',
    otherwise: 'Choose plain hinge when labels are noisy.',
  },
  zero_one: {
    punishes: 'Wrong labels, all alike, however close the probability was.',
    otherwise: 'Choose log loss or Brier when the probabilities matter.',
  },
  accuracy: {
    punishes:
      'Counts right labels, all alike: with 95 % of one class, always saying that class scores 95 %.',
    otherwise: 'Choose balanced accuracy, MCC or log loss when classes are unequal.',
  },
  balanced_accuracy: {
    punishes: 'The mean of the recalls: every class counts the same, however rare.',
    otherwise: 'Choose accuracy when every row should count the same.',
  },
  precision: {
    punishes:
      'False alarms: the share of the predicted positives that are right. Missed ones are not seen.',
    otherwise: 'Choose F1 or average precision when missed ones matter too.',
  },
  recall: {
    punishes: 'Missed positives: the share that was found. False alarms are not seen.',
    otherwise: 'Choose F1 or average precision when false alarms matter too.',
  },
  f1: {
    punishes:
      'False alarms and missed positives alike, at one threshold; true negatives do not count.',
    otherwise: 'Choose MCC when both classes matter, average precision to judge all thresholds.',
  },
  f_beta: {
    name: 'F-beta score',
    punishes: 'False alarms and missed positives; recall counts beta times as much as precision.',
    otherwise: 'Choose F1 when both count the same.',
  },
  specificity: {
    name: 'Specificity',
    punishes: 'False alarms among the negatives. Missed positives are not seen.',
    otherwise: 'Choose balanced accuracy, which counts both.',
  },
  mcc: {
    punishes: 'All four kinds of right and wrong: 0 is no better than chance, 1 is perfect.',
    otherwise: 'Choose log loss when the probabilities matter.',
  },
  kappa: {
    punishes: 'Agreement beyond what chance would give with these frequencies.',
    otherwise: 'Choose MCC when frequencies differ between the two raters.',
  },
  roc_auc: {
    punishes:
      'Pairs in the wrong order: the chance that a positive scores above a negative. The size of the scores does not matter.',
    otherwise:
      'Choose average precision when positives are rare, log loss when probabilities matter.',
  },
  average_precision: {
    punishes: 'Negatives ranked above positives, most at the top of the list.',
    otherwise: 'Choose ROC AUC when the share of positives differs between the data compared.',
  },
  ece: {
    punishes: 'The gap between confidence and how often it is right, by bins of confidence.',
    otherwise: 'Choose Brier or log loss: ECE is 0 also for a model that tells nothing apart.',
  },
  top_k_accuracy: {
    punishes: 'Rows whose true class is not among the k most likely ones.',
    otherwise: 'Choose log loss when the probabilities matter.',
  },
  perplexity: {
    punishes:
      'The exponential of the log loss: as many equally likely choices would be as hard to guess.',
    otherwise: 'Choose log loss when averages over parts have to add up.',
  },
  kl_divergence: {
    punishes:
      'Probability where the reference has some and the model has little; 0 only when both are equal.',
    otherwise: 'Choose cross-entropy when the reference is a label.',
  },
  r2: {
    punishes:
      'The share of the variance that is explained: 0 is no better than the mean, below 0 is worse.',
    otherwise: 'Choose RMSE to know the size of the errors.',
  },
  explained_variance: {
    punishes: 'The spread of the errors; a constant offset costs nothing.',
    otherwise: 'Choose R2, which counts the offset.',
  },
  d2_absolute: {
    punishes: 'The share of the absolute error of the median that is saved.',
    otherwise: 'Choose MAE to know the size of the errors.',
  },
  d2_pinball: {
    name: 'D2 pinball score',
    punishes: 'The share of the pinball loss of the constant quantile that is saved.',
    otherwise: 'Choose the pinball loss itself to compare different data.',
  },
  d2_tweedie: {
    name: 'D2 Tweedie score',
    punishes: 'The share of the Tweedie deviance of the mean that is saved.',
    otherwise: 'Choose the deviance itself to compare different data.',
  },
  jaccard_index: {
    name: 'Jaccard index (intersection over union)',
    punishes:
      'False alarms and missed positives as a share of everything that is or was said positive.',
    otherwise: 'Choose F1 (Dice) for a milder scale: both order models alike on one image.',
  },
  qwk: {
    punishes:
      'Classes far from the true one by the square of the distance, beyond what chance gives.',
    otherwise: 'Choose the mean rank error when a number in steps is wanted.',
  },
  rank_error: {
    punishes: 'Every step away from the true class costs the same.',
    otherwise: 'Choose quadratic weighted kappa when far misses have to hurt more.',
  },
  rps: {
    punishes:
      'Probability that is given to classes far from the true one, more than to its neighbours.',
    otherwise: 'Choose log loss when the classes have no order.',
  },
  ...labelSetWords,
};
