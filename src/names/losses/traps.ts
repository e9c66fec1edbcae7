import type { LibraryId } from './libraries';
import type { LossIdea } from './lossIdea';

/** Traps of a library's own name, by the first of its names; they were read in the library's documentation. */
const ofNames: Readonly<Partial<Record<LibraryId, Readonly<Record<string, string>>>>> = {
  torch: {
    MSELoss:
      'A prediction of shape (n, 1) against a target of shape (n) is broadcast to n x n pairs, with a warning only.',
    mse_loss:
      'A prediction of shape (n, 1) against a target of shape (n) is broadcast to n x n pairs, with a warning only.',
    L1Loss:
      'A prediction of shape (n, 1) against a target of shape (n) is broadcast to n x n pairs, with a warning only.',
    SmoothL1Loss: 'It is Huber divided by beta: a larger beta makes the loss smaller, not larger.',
    smooth_l1_loss:
      'It is Huber divided by beta: a larger beta makes the loss smaller, not larger.',
    HuberLoss:
      'delta is in the unit of the target: scale the target, and delta means something else.',
    CrossEntropyLoss:
      'It applies log_softmax itself: with a softmax in front it cannot fall below ln(e + C - 1) - 1 for C classes. With class weights the mean is divided by the weights of the true classes.',
    cross_entropy:
      'It applies log_softmax itself: with a softmax in front it cannot fall below ln(e + C - 1) - 1 for C classes. With class weights the mean is divided by the weights of the true classes.',
    NLLLoss:
      'It takes no logarithm itself: fed with probabilities it is negative and means nothing.',
    nll_loss:
      'It takes no logarithm itself: fed with probabilities it is negative and means nothing.',
    BCELoss: 'The logarithm is cut at -100, so a row that is sure and wrong costs 100 at most.',
    binary_cross_entropy:
      'The logarithm is cut at -100, so a row that is sure and wrong costs 100 at most.',
    BCEWithLogitsLoss:
      'It applies the sigmoid itself. pos_weight multiplies the positive part only.',
    binary_cross_entropy_with_logits:
      'It applies the sigmoid itself. pos_weight multiplies the positive part only.',
    KLDivLoss:
      'The default reduction divides by all elements, not by rows: reduction="batchmean" is the KL divergence.',
    kl_div:
      'The default reduction divides by all elements, not by rows: reduction="batchmean" is the KL divergence.',
    PoissonNLLLoss:
      'log_input is true unless you say otherwise: it exponentiates the prediction. Fed with rates it trains the wrong thing.',
    poisson_nll_loss:
      'log_input is true unless you say otherwise: it exponentiates the prediction. Fed with rates it trains the wrong thing.',
    GaussianNLLLoss:
      'The third argument is the variance, not the standard deviation; it is raised to eps = 1e-6. The value can be negative.',
    gaussian_nll_loss:
      'The third argument is the variance, not the standard deviation; it is raised to eps = 1e-6. The value can be negative.',
    HingeEmbeddingLoss:
      'It is not the hinge loss of support vector machines: its input is a distance.',
    MultiMarginLoss:
      'It sums over the classes and divides by their number, unlike the hinge of scikit-learn.',
    sigmoid_focal_loss:
      'alpha is 0.25 unless you say otherwise (alpha=-1 turns it off), and reduction is "none".',
  },
  sklearn: {
    mean_squared_error:
      'squared=False, which gave the root, was removed in 1.6: use root_mean_squared_error.',
    root_mean_squared_error:
      'With several outputs it is the mean of their roots, not the root of their mean.',
    mean_absolute_percentage_error:
      'A fraction, not percent. A target of 0 is divided by 2.2e-16 and gives about 1e15.',
    mean_pinball_loss: 'With alpha = 0.5 it is half of the mean absolute error.',
    r2_score:
      'The order of the arguments matters: swapped, it is another number without a warning.',
    log_loss:
      'The columns are taken in the sorted order of the labels. Probabilities are cut at the precision of their type.',
    brier_score_loss: 'Say pos_label when labels are texts.',
    hinge_loss:
      'It takes decision_function(), not predict_proba(): fed with probabilities it means nothing.',
    roc_auc_score: 'Give it scores or probabilities: with predict() it judges a single threshold.',
    average_precision_score: 'Not the trapezoid under the curve: it is the sum of steps.',
    f1_score: 'average="binary" takes label 1 as positive unless pos_label says otherwise.',
    precision_score: 'Without predicted positives it is 0, with a warning.',
    neg_mean_squared_error: 'The sign is turned, so that higher is better: -4 is an MSE of 4.',
    neg_root_mean_squared_error: 'The sign is turned, so that higher is better.',
    neg_mean_absolute_error: 'The sign is turned, so that higher is better.',
    neg_log_loss: 'The sign is turned, so that higher is better.',
    huber:
      'In gradient boosting alpha is the share of errors that are kept squared, not delta itself; delta is found anew for each tree.',
    quantile: 'Name the level: the default is not the median everywhere.',
    squared_error: 'Estimators train with half of it; what they print may be either.',
  },
  keras: {
    MeanAbsolutePercentageError: 'In percent, not a fraction; targets are raised to 1e-7.',
    MeanSquaredLogarithmicError: 'Negative values are raised to 1e-7 without a word.',
    BinaryCrossentropy:
      'from_logits is false unless you say otherwise: then the last layer needs a sigmoid. Probabilities are cut at 1e-7, so a row costs 16.1 at most.',
    CategoricalCrossentropy:
      'from_logits is false unless you say otherwise. Targets are one-hot; rows that do not add up to 1 are rescaled without a word.',
    SparseCategoricalCrossentropy:
      'from_logits is false unless you say otherwise: then the last layer needs a softmax. Targets are class numbers from 0.',
    BinaryFocalCrossentropy: 'alpha does nothing unless apply_class_balancing=True.',
    CategoricalFocalCrossentropy: 'alpha = 0.25 multiplies every class alike.',
    Poisson: 'Prediction - target ln(prediction): not the deviance, so its best value is not 0.',
    Hinge: 'Targets are -1 and 1; 0 and 1 are turned into them only if all are 0 or 1.',
    CosineSimilarity: 'As a loss it is the negative cosine: -1 is best.',
    KLDivergence: 'Both sides are cut at 1e-7.',
    AUC: 'An approximation by 200 thresholds, not the exact area.',
    accuracy: 'Keras chooses binary, categorical or sparse accuracy by the shapes and the loss.',
    F1Score:
      'It takes one-hot targets and an average: without one it gives a number for each class.',
  },
  optax: {
    l2_loss: 'Half of the squared error: 0.5 e^2.',
    softmax_cross_entropy:
      'It applies the softmax itself, and labels are probabilities or one-hot, not class numbers.',
    softmax_cross_entropy_with_integer_labels:
      'It applies the softmax itself; labels are class numbers.',
    sigmoid_binary_cross_entropy: 'It applies the sigmoid itself.',
    hinge_loss: 'Targets are -1 and 1: with 0 and 1 the zeros always cost 1.',
    cosine_similarity: 'Higher is better: as a loss use cosine_distance.',
    kl_divergence: 'The first argument is the logarithm of the predictions.',
    sigmoid_focal_loss: 'alpha is off unless you give it.',
  },
  xgboost: {
    'binary:logistic': 'predict() gives probabilities; with binary:logitraw it gives logits.',
    'multi:softmax': 'predict() gives class numbers; multi:softprob gives probabilities.',
    'reg:pseudohubererror': 'huber_slope is delta, in the unit of the target.',
    'count:poisson': 'max_delta_step is 0.7 unless you say otherwise.',
    error: 'A probability of 0.5 or less is the negative class; error@t takes another threshold.',
    aucpr: 'The area is interpolated: it is not quite the average precision of scikit-learn.',
    logloss: 'Probabilities are cut at 1e-16, so a row costs 36.8 at most.',
  },
  lightgbm: {
    huber: 'alpha is delta here, 0.9 unless you say otherwise.',
    quantile: 'alpha is the level, 0.9 unless you say otherwise.',
    binary: 'Labels are 0 and 1. is_unbalance and scale_pos_weight bend the probabilities.',
    regression: 'It trains with half of the squared error and prints l2 without the half.',
    l2: 'The mean squared error; rmse is its root.',
  },
  catboost: {
    MAPE: 'The target is raised to 1 before dividing: small targets count as 1.',
    Quantile: 'alpha is written into the string: "Quantile:alpha=0.9".',
    Huber: 'delta has to be written into the string: "Huber:delta=2".',
    Poisson:
      'The trees give the logarithm of the rate; predict() gives the rate, RawFormulaVal its logarithm.',
    Logloss: 'predict() gives classes, predict_proba() probabilities.',
    MultiClass: 'Trees give raw scores; the softmax is applied by the library.',
  },
  torchmetrics: {
    MeanSquaredError: 'squared=False gives the root.',
    LogCoshError: 'Overflows to infinity for errors beyond about 89 in float32.',
    MeanAbsolutePercentageError: 'A fraction; targets are raised to 1.17e-6.',
    Accuracy: 'task="multiclass" averages "micro" by default: the plain share of right labels.',
    R2Score: 'A residual sum below 1e-4 counts as perfect, whatever the scale of the data.',
    CalibrationError:
      '15 bins unless you say otherwise; two classes are judged by the positive one.',
    HingeLoss: 'Numbers outside of 0 to 1 are sent through a sigmoid first.',
    KLDivergence: 'Rows are rescaled to add up to 1.',
  },
  tfjs: {
    meanSquaredError: 'Labels come first, predictions second.',
    softmaxCrossEntropy: 'It applies the softmax itself; labels are one-hot.',
    sigmoidCrossEntropy: 'It applies the sigmoid itself.',
  },
  flux: {
    crossentropy: 'It takes probabilities: with logits use logitcrossentropy. Targets are one-hot.',
    logitcrossentropy: 'It applies the softmax itself; targets are one-hot.',
  },
};

/** Traps that a loss has everywhere. */
const ofLosses: Readonly<Partial<Record<LossIdea, string>>> = {
  mse: 'Its unit is the square of the target.',
  mae: 'Its slope is the same however small the error, so training may jump about the minimum.',
  huber: 'delta is in the unit of the target.',
  mape: 'Targets of 0 make it infinite.',
  smape: 'Some print 0 to 1, some 0 to 2, some 0 to 200 %.',
  msle: 'Values of -1 and below have no logarithm.',
  pinball: 'Predicting several quantiles apart, their lines may cross.',
  log_loss: 'One row that is sure and wrong can decide about the mean.',
  brier: 'With several classes some sum over them (0 to 2), some halve that.',
  focal: 'Its values are no longer comparable with cross-entropy, and its probabilities are bent.',
  hinge: 'Fed with probabilities it means nothing.',
  accuracy: 'Always saying the commonest class can score high.',
  roc_auc: 'With few positives it looks better than the list is.',
  r2: 'It has no value for a constant target, and depends on the spread of the data.',
  poisson_nll: 'Its best value is not 0, and differs between data.',
  gaussian_nll: 'It falls without limit where the variance goes to 0.',
  ece: 'The number of bins moves it.',
  f1: 'It moves with the threshold, and with which class is called positive.',
  kl_divergence: 'The order of the arguments matters.',
  dice: 'An empty mask makes it undefined without a smoothing term.',
};

/** The trap of a loss under the name that a library, if it is known, gives it; undefined where none is known. */
export function trapOf(
  library: LibraryId | undefined,
  names: readonly string[],
  loss: LossIdea,
): string | undefined {
  const own = library === undefined ? {} : (ofNames[library] ?? {});
  const name = names.find(each => Object.hasOwn(own, each));
  return name === undefined ? ofLosses[loss] : own[name];
}

/** Every name that a trap is told of, for the tests of the table. */
export const trapNames: readonly (readonly [library: LibraryId, name: string])[] = (
  Object.keys(ofNames) as LibraryId[]
).flatMap(library => Object.keys(ofNames[library]!).map(name => [library, name] as const));
