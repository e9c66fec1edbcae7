import type { Takes } from './lossName';

/** What a loss is fed with, in a sentence. */
export const takesWords: Readonly<Record<Takes, string>> = {
  numbers: 'predicted numbers in the unit of the target',
  'positive numbers':
    'predicted numbers above 0 (for logarithmic errors above -1) and targets that are not negative',
  'log rates': 'the logarithm of the rate, unless log_input is false',
  'mean and variance': 'a mean and a variance (not a standard deviation) for each row',
  'one logit': 'one logit for each element: the number before the sigmoid',
  'a logit per class': 'one logit for each class: the numbers before the softmax',
  'one probability': 'one probability for each element: the number after the sigmoid',
  'a probability per class': 'one probability for each class, which add up to 1',
  'log-probabilities': 'the logarithm of probabilities: the numbers after log_softmax',
  'log-probabilities per step': 'log-probabilities for each step and class, the blank among them',
  labels: 'labels that were decided, not probabilities',
  'labels or probabilities':
    'what the shape of the output and the loss say: Keras chooses the accuracy',
  scores: 'any number that ranks the rows: probabilities, logits or margins',
  margins: 'signed scores of a decision function, not probabilities',
  'margins per class': 'one score for each class, not probabilities',
  'probabilities or logits':
    'probabilities or labels; a sigmoid or softmax is applied when numbers lie outside of 0 to 1',
  'two embeddings': 'two vectors for each pair',
  'three embeddings': 'anchor, positive and negative, one vector each',
  'a distance': 'a distance for each pair, with labels 1 and -1',
  'raw scores of trees':
    'the raw sum of the trees, which the library transforms itself; labels as they are',
  masks: 'probabilities for each pixel and a mask of 0 and 1',
};

/** The same where from_logits=True is written. */
export const takesLogits =
  'logits, because of from_logits=True: the numbers before the sigmoid or softmax';
