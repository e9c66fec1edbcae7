import type { FindingId } from '../../shared/findingId';

/** What the page of a finding says about it, in docs/findings. */
export interface FindingGuide {
  readonly detected: string;
  readonly matters: string;
  readonly advice: string;
}

const ofVerdict = (detected: string, matters: string, advice: string): FindingGuide => ({
  detected: `${detected} The rules and their measured error rates stand in [verdicts](../verdicts.md).`,
  matters,
  advice,
});

/** Every finding: how it is detected, why it matters, what to do. */
export const findingGuide: Readonly<Record<FindingId, FindingGuide>> = {
  'errors-cancel': {
    detected:
      'The sum of the errors is at most a twentieth of the sum of their sizes. Of predictions beside targets only tables of up to 20 rows are looked at: the errors of a fitted model cancel nearly always.',
    matters:
      'A sum or mean near zero says that too high and too low balance, not that the errors are small: 20 and -20 add up to nothing.',
    advice: 'Judge by a loss that does not let errors cancel: the absolute or the squared error.',
  },
  'few-rows-dominate': {
    detected:
      'Of 100 rows and more, at most 1 in 100 carries half of the squared error (80 % of a log loss); of 10 and more, 1 in 10 carries 80 %; of fewer than 10, at most two rows, and half of them, carry 95 %. Normal errors put 8 % on the largest hundredth, Laplace errors 16 %.',
    matters:
      'A squared loss is then a statement about those rows. An error ten times as large costs a hundred times as much: 20 becomes 400 and 2 becomes 4.',
    advice:
      'Look at the rows first: a typing error, another unit, a case the model never saw. If they are right and rare misses are no worse to you than they look, judge by the absolute error or the Huber loss.',
  },
  'one-output-dominates': {
    detected:
      'One of several outputs carries more than half of the loss that is averaged over them, and at least twice its equal share (of two outputs 90 %).',
    matters:
      'The average is then a statement about that output: the others can get much better or worse and hardly move it.',
    advice:
      'Look at the output alone. If it is only measured in a larger unit, compare R2, or scale the outputs before they are averaged.',
  },
  'single-prediction': {
    detected: 'There is one row with a number and its prediction.',
    matters: 'The squared error of one prediction is its loss; of many, the loss is their mean.',
    advice: 'Nothing is wrong. More rows show how the errors spread.',
  },
  'cost-of-a-probability': {
    detected: 'There are five rows or fewer, with probabilities.',
    matters:
      'The log loss of a row is minus the logarithm of the probability given to the true class: 70 % costs 0.36, 20 % costs 1.61, 0 % has no end.',
    advice: 'Nothing is wrong. More rows show whether the probabilities can be trusted.',
  },
  bias: {
    detected:
      'The mean error makes at least a tenth of the squared error and lies four standard errors away from zero, in 10 rows or more.',
    matters: 'The same amount too much everywhere is the cheapest mistake to take away.',
    advice:
      'Add the amount to every prediction, or let the model have an intercept; look whether the training data come from another time or another price level.',
  },
  'scale-factor': {
    detected:
      'One factor, by least squares, takes away three quarters of the squared error, leaves less than half of the variance of the targets and is at least a fifth away from 1; a constant offset does worse.',
    matters: 'Units that differ make every loss meaningless, however good the model is.',
    advice: 'Convert one of the columns. The finding names units that differ by this factor.',
  },
  'shifted-rows': {
    detected:
      'Compared with the target one, two or three rows away, the squared error is halved and less than half of the variance; of labels, accuracy rises by a fifth of the rows. 20 rows or more.',
    matters: 'Rows that are out of step compare a prediction with the truth of another row.',
    advice:
      'Look for a dropped header, a lag or a sort between the two columns. A forecast that repeats the last value looks the same.',
  },
  'constant-output': {
    detected:
      'The model gives the very same output on all of three rows or more, while targets differ.',
    matters: 'It cannot tell rows apart, whatever its loss is.',
    advice: 'Look for dead units, a missing feature or a threshold that all rows pass.',
  },
  'perfect-model': {
    detected:
      'All of 5 numbers or more are right to nine digits, or all of 20 labels or more with certainty.',
    matters: 'Real predictions hardly ever are: the target has usually found its way in.',
    advice: 'Check that the column is not a copy of the target and that no input knows the answer.',
  },
  'duplicated-rows': {
    detected:
      'At least three rows, and two in a hundred, repeat the target and the prediction of an earlier one, both with more than five digits.',
    matters: 'They count twice in every mean and make intervals too narrow.',
    advice: 'Drop the copies, or say that they are meant to weigh more with a weight column.',
  },
  'worse-than-baseline': {
    detected:
      'The loss of a model is more than 2 % above that of the best constant: the mean of the targets, the shares of the classes, the most frequent class. 10 rows or more.',
    matters: 'Without any model one would have done better on these rows.',
    advice: 'Check units, rows and roles first; then whether the data have changed since training.',
  },
  'worse-than-naive': {
    detected:
      'From some horizon on the squared errors are larger than those of the last known value of the season; the 95 % interval of the difference leaves out zero. 30 rows or more.',
    matters: 'Beyond that horizon the forecast costs more than no forecast.',
    advice: 'Use the last value there, or blend the two.',
  },
  'only-wrong-rows': {
    detected: 'Not one of five labels or more is right.',
    matters: 'The file holds the mistakes alone, or its classes are named or ordered differently.',
    advice: 'Look at how the file was written before reading any number of it.',
  },
  'inverted-probabilities': {
    detected:
      'Positives get the lower probabilities by three standard errors, and 1 - p has a Brier score at least 30 % lower.',
    matters: 'The column is the probability of the other class.',
    advice: 'Choose the other positive class under "Change", or take the other column.',
  },
  'permuted-classes': {
    detected:
      'Some predicted classes are another class on three rows in five, each on 5 rows or more, and the exchange closes on itself.',
    matters: 'Columns or label names stand in another order than they are read in.',
    advice: 'Give the class columns their right classes, or export them with names.',
  },
  'labels-from-1': {
    detected:
      'The classes are whole numbers; moved by one, half of the labels are right, and three in ten more than before.',
    matters: 'One side counts from 0, the other from 1.',
    advice: 'Add or subtract 1 in one of the columns.',
  },
  'classes-never-predicted': {
    detected: 'A class with 5 rows or more is never predicted.',
    matters: 'All its rows are wrong, which accuracy hides when it is rare.',
    advice: 'Weigh rare classes in training, or move the threshold; look at recall by class.',
  },
  'certainly-wrong': {
    detected: 'The true class gets a probability of exactly 0 on some row.',
    matters:
      'One such row makes the log loss infinite. Libraries clip in silence, each at another place.',
    advice:
      'Keep probabilities away from 0 and 1, with smoothing or a clip of your own that you name.',
  },
  overconfident: {
    detected:
      'The mean probability of the predicted class exceeds accuracy by five points and by four standard errors, in 50 rows or more.',
    matters: 'Confident mistakes cost most by the log loss, and decisions by threshold go wrong.',
    advice:
      'Calibrate on rows of its own (temperature or Platt scaling), train shorter, smooth labels.',
  },
  underconfident: {
    detected:
      'Accuracy exceeds the mean probability of the predicted class by five points and by four standard errors, in 50 rows or more.',
    matters:
      'The model knows more than its probabilities say; its log loss is higher than need be.',
    advice:
      'Calibrate on rows of its own; look at label smoothing or averaging that was too strong.',
  },
  'confused-classes': {
    detected:
      'Of three classes or more and 30 errors or more, one pair makes an eighth of the errors, 2.5 times what errors spread evenly would give it, and six standard deviations more.',
    matters: 'One distinction makes much of the loss.',
    advice: 'Look at these rows: labels that are wrong, or inputs that cannot show the difference.',
  },
  'accurate-but-costly': {
    detected:
      'The interval of accuracy lies above the share of the most frequent class, while the log loss is not 2 % below that of the class shares. 30 rows or more.',
    matters: 'The labels can be used, the probabilities cannot.',
    advice: 'Calibrate, or use the labels alone. See also overconfident.',
  },
  'same-accuracy-different-loss': {
    detected:
      'Accuracies within half a point, losses a tenth apart with an interval that leaves out zero, or half apart, which is then said to be open.',
    matters:
      'Accuracy counts mistakes; the log loss also asks how sure they were. Confident right costs little, unsure some, confident wrong most.',
    advice: 'Prefer the cheaper one where probabilities are used; look at the rows both get wrong.',
  },
  'identical-models': {
    detected: 'Two models give the same output on all of three rows or more.',
    matters: 'One column was written twice; comparing them says nothing.',
    advice: 'Check the names of the files or columns.',
  },
  'outlier-sensitive-loss': {
    detected:
      'One model has the smaller mean absolute error, with an interval that leaves out zero; another has the smaller squared error, but no longer when one row in a hundred is set aside.',
    matters: 'Which model looks better hangs on a few rows and on the loss.',
    advice:
      'Look at those rows. Choose the squared error if rare large misses hurt you most, the absolute one if every unit of error costs the same.',
  },
  'percent-as-probabilities': {
    detected:
      'One value in twenty or more lies outside 0 to 1, none is negative, and all are at most 100.',
    matters: 'No loss of probabilities means anything before they are divided.',
    advice: 'Divide by 100 before writing the file.',
  },
  'logits-as-probabilities': {
    detected: 'One value in twenty or more lies outside 0 to 1, on both sides or above 100.',
    matters: 'Scores are not probabilities before the sigmoid or softmax.',
    advice: 'Give the column the role "Score or logit", or apply the sigmoid or softmax.',
  },
  'weak-slice': {
    detected:
      'Found on one half of the rows and confirmed on the other; [slices](../slices.md) has the search and its measured error rates.',
    matters: 'A mean over all rows hides the group that pays for it.',
    advice: 'List its rows by a click, report on them alone, gather more of them for training.',
  },
  diverged: ofVerdict(
    'The loss is no longer a finite number, or far above its start.',
    'Nothing after that point was learned.',
    'Lower the learning rate, clip gradients, look for bad rows.',
  ),
  'too-short': ofVerdict(
    'There are too few values to tell a trend from chance.',
    'Any verdict would be a guess.',
    'Log more values.',
  ),
  underfitting: ofVerdict(
    'The training loss stays near its start, or near that of guessing.',
    'The model has not learned.',
    'Raise the learning rate, unfreeze weights, check the labels.',
  ),
  overfitting: ofVerdict(
    'Validation loss rises from its best, beyond its noise, while training loss goes on falling.',
    'Later weights are worse on new rows.',
    'Keep the weights of the best epoch; stop early; more data or regularisation.',
  ),
  overconfidence: ofVerdict(
    'Validation loss rises while validation accuracy stays.',
    'Answers stay as good, and are given with too much certainty.',
    'Calibrate, smooth labels, or keep earlier weights.',
  ),
  unstable: ofVerdict(
    'The loss jumps far beyond its noise.',
    'A single epoch says little.',
    'Lower the learning rate, use larger batches, clip gradients.',
  ),
  plateau: ofVerdict(
    'The loss has stopped while it is still high.',
    'More epochs of the same will not help.',
    'Change the learning rate or the model.',
  ),
  improving: ofVerdict(
    'The loss is still falling at the end.',
    'The best has not been seen.',
    'Train longer.',
  ),
  healthy: ofVerdict(
    'The loss has fallen and is flat, without a rise of the validation loss.',
    'Flattening is normal.',
    'Nothing has to be done.',
  ),
};
