import type { SpecialIdea } from './lossIdea';
import type { LossWords } from './wordsOfLoss';

/** Losses of embeddings, masks, sequences, margins and rankings, which the catalogue does not have. */
export const specialWords: Readonly<Record<SpecialIdea, LossWords>> = {
  cox: {
    name: 'Cox partial likelihood',
    punishes: 'Those who fail early and are ranked as safe; only the order counts.',
    otherwise: 'Choose AFT when times themselves have to be predicted.',
  },
  aft: {
    name: 'Accelerated failure time',
    punishes: 'Survival times that are unlikely under the predicted ones, censored ones included.',
    otherwise: 'Choose Cox when only the order of risks is wanted.',
  },
  ctc: {
    name: 'Connectionist temporal classification',
    punishes:
      'Sequences of which no alignment with the target is likely; no alignment has to be given.',
    otherwise: 'Choose cross-entropy when every step has its label.',
  },
  hinge_embedding: {
    name: 'Hinge embedding loss',
    punishes: 'Distances of similar pairs, and dissimilar pairs closer than the margin.',
    otherwise:
      'Choose hinge loss for classes: this one is not the loss of support vector machines.',
  },
  margin_ranking: {
    name: 'Margin ranking loss',
    punishes: 'Pairs whose scores are in the wrong order, or too close together.',
    otherwise: 'Choose a listwise loss when whole lists are ranked.',
  },
  soft_margin: {
    name: 'Soft margin (logistic) loss',
    punishes: 'Small margins, softly: ln(1 + exp(-y f)), which is the log loss of the sigmoid.',
    otherwise: 'Choose BCE with logits when labels are 0 and 1.',
  },
  multi_margin: {
    name: 'Multi-class margin loss',
    punishes: 'Every class whose score comes within the margin of the true one.',
    otherwise: 'Choose cross-entropy when probabilities are wanted.',
  },
  multilabel_margin: {
    name: 'Multi-label margin loss',
    punishes: 'Pairs of a true and a false label whose scores are closer than 1.',
    otherwise: 'Choose BCE with logits when each label needs a probability.',
  },
  multilabel_soft_margin: {
    name: 'Multi-label soft margin loss',
    punishes: 'The mean over the labels of their binary cross-entropies.',
    otherwise: 'Choose BCE with logits to weigh single labels.',
  },
  cosine: {
    name: 'Cosine similarity',
    punishes: 'The angle between two vectors; their lengths do not matter.',
    otherwise: 'Choose MSE when lengths matter.',
  },
  triplet: {
    name: 'Triplet margin loss',
    punishes: 'Anchors that are not closer to their like than to the other one, by the margin.',
    otherwise: 'Choose a contrastive loss over the whole batch when triplets are hard to find.',
  },
  circle: {
    name: 'Circle loss',
    punishes: 'Similar pairs that are far and dissimilar ones that are near, the worst ones most.',
    otherwise: 'Choose cross-entropy when the classes are fixed.',
  },
  dice: {
    name: 'Dice loss',
    punishes: 'Little overlap of two masks; true background does not count.',
    otherwise: 'Choose cross-entropy when masks may be empty: overlap of nothing is undefined.',
  },
  tversky: {
    name: 'Tversky loss',
    punishes: 'Little overlap; false alarms cost alpha and missed pixels beta.',
    otherwise: 'Choose Dice (alpha = beta = 0.5) when both cost the same.',
  },
  gce: {
    name: 'Generalised cross-entropy',
    punishes: 'Between cross-entropy (q to 0) and MAE (q = 1): wrong labels pull less.',
    otherwise: 'Choose cross-entropy when labels are clean.',
  },
  poly: {
    name: 'Poly-1 cross-entropy',
    punishes: 'Cross-entropy and epsilon times the missing probability of the true class.',
    otherwise: 'Choose cross-entropy (epsilon = 0) unless epsilon was tuned.',
  },
  exponential: {
    name: 'Exponential loss',
    punishes: 'exp(-margin): a single mislabelled row can outweigh all others, as in AdaBoost.',
    otherwise: 'Choose log loss when labels are noisy.',
  },
  modified_huber: {
    name: 'Modified Huber loss',
    punishes: 'Squared hinge up to a margin of -1, then a straight line: outliers pull less.',
    otherwise: 'Choose log loss when probabilities matter most.',
  },
  perceptron: {
    name: 'Perceptron loss',
    punishes: 'Wrong signs alone: right rows cost nothing, however close.',
    otherwise: 'Choose hinge, which asks for a margin.',
  },
  concordance: {
    name: 'Concordance correlation',
    punishes: 'Points off the line prediction = target: scatter, scale and offset.',
    otherwise: 'Choose Pearson when scale and offset do not matter.',
  },
  pearson: {
    name: 'Pearson correlation',
    punishes: 'Scatter about any straight line; scale and offset cost nothing.',
    otherwise: 'Choose R2 or concordance, which count scale and offset.',
  },
  spearman: {
    name: 'Spearman correlation',
    punishes: 'Wrong order; the values themselves do not matter.',
    otherwise: 'Choose R2 when the values matter.',
  },
  ndcg: {
    name: 'Normalised discounted cumulative gain',
    punishes: 'Relevant items far down the list; 1 is the best order there is.',
    otherwise: 'Choose average precision when relevance is yes or no.',
  },
  dcg: {
    name: 'Discounted cumulative gain',
    punishes: 'Relevant items far down the list; its size depends on how many there are.',
    otherwise: 'Choose NDCG to compare lists.',
  },
  map_ranking: {
    name: 'Mean average precision',
    punishes: 'Irrelevant items above relevant ones, averaged over the lists.',
    otherwise: 'Choose NDCG when relevance has grades.',
  },
  lambdarank: {
    name: 'LambdaRank',
    punishes: 'Pairs in the wrong order, weighed by what the exchange would bring to NDCG.',
    otherwise: 'Choose a pairwise loss when every position counts the same.',
  },
  pairwise_ranking: {
    name: 'Pairwise ranking loss',
    punishes: 'Pairs of one list in the wrong order, all alike.',
    otherwise: 'Choose LambdaRank or NDCG when the top of the list matters most.',
  },
  listwise_ranking: {
    name: 'Listwise softmax loss',
    punishes: 'Lists whose softmax of scores is far from the relevances.',
    otherwise: 'Choose a pairwise loss when lists are short.',
  },
};
