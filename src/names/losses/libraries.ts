/** Libraries whose losses are known. */
export type LibraryId =
  | 'torch'
  | 'sklearn'
  | 'keras'
  | 'optax'
  | 'xgboost'
  | 'lightgbm'
  | 'catboost'
  | 'torchmetrics'
  | 'tfjs'
  | 'flux'
  | 'rtorch'
  | 'rkeras'
  | 'yardstick'
  | 'rmetrics';

/** What is known of a library besides its names. */
export interface Library {
  readonly name: string;
  /** Modules in which its functions and classes are found; what stands below one counts too. */
  readonly modules: readonly string[];
  /** Top-level packages whose import says that the library's strings are meant. */
  readonly packages: readonly string[];
  /** Arguments that say that their string is one it trains with. */
  readonly objectives: readonly string[];
  /** Arguments that say that their string is one it judges with. */
  readonly metrics: readonly string[];
  /** Which comes first in a call. */
  readonly order: string;
  /** What the sum of the losses is divided by, in words that go on from `divides by`. */
  readonly divides: string;
  readonly languages: readonly string[];
  /** The library's own documentation. */
  readonly address: string;
}

const python = ['python'] as const;
const none: readonly string[] = [];
const boosting = ['objective', 'loss_function', 'application'] as const;
const anywhere = ['python', 'r', 'julia'] as const;

/** Each library with what its names do not say. */
export const libraries: Readonly<Record<LibraryId, Library>> = {
  torch: {
    name: 'PyTorch',
    modules: ['torch.nn', 'torch.nn.functional', 'torch.nn.modules', 'torchvision.ops'],
    packages: ['torch', 'torchvision', 'pytorch_lightning', 'lightning'],
    objectives: none,
    metrics: none,
    order: '(prediction, target)',
    divides:
      'the number of all elements, whichever row they belong to; with reduction="sum" by nothing',
    languages: python,
    address: 'https://docs.pytorch.org/docs/stable/nn.html#loss-functions',
  },
  sklearn: {
    name: 'scikit-learn',
    modules: ['sklearn.metrics'],
    packages: ['sklearn'],
    objectives: ['loss', 'criterion'],
    metrics: ['scoring', 'refit'],
    order: '(y_true, y_pred)',
    divides: 'the number of rows; with sample_weight by the sum of the weights',
    languages: python,
    address: 'https://scikit-learn.org/stable/modules/model_evaluation.html',
  },
  keras: {
    name: 'Keras',
    modules: ['keras.losses', 'keras.metrics', 'tensorflow.nn'],
    packages: ['keras', 'tensorflow', 'tf_keras'],
    objectives: ['loss', 'losses'],
    metrics: ['metrics', 'weighted_metrics'],
    order: '(y_true, y_pred)',
    divides:
      'the size of the batch, with weights too: they multiply the losses, and the sum is still divided by the number of samples',
    languages: python,
    address: 'https://keras.io/api/losses/',
  },
  optax: {
    name: 'optax',
    modules: ['optax'],
    packages: ['optax'],
    objectives: none,
    metrics: none,
    order: '(predictions, targets)',
    divides: 'nothing: one loss for each element or row, and .mean() is yours to write',
    languages: python,
    address: 'https://optax.readthedocs.io/en/latest/api/losses.html',
  },
  xgboost: {
    name: 'XGBoost',
    modules: none,
    packages: ['xgboost', 'XGBoost'],
    objectives: boosting,
    metrics: ['eval_metric', 'metric', 'metrics'],
    order: 'by the data set: labels and the raw output of the trees',
    divides: 'the sum of the weights of the rows, in the metric that is printed',
    languages: anywhere,
    address: 'https://xgboost.readthedocs.io/en/stable/parameter.html',
  },
  lightgbm: {
    name: 'LightGBM',
    modules: none,
    packages: ['lightgbm'],
    objectives: boosting,
    metrics: ['metric', 'metrics', 'eval_metric'],
    order: 'by the data set: labels and the raw output of the trees',
    divides: 'the sum of the weights of the rows, in the metric that is printed',
    languages: anywhere,
    address: 'https://lightgbm.readthedocs.io/en/stable/Parameters.html',
  },
  catboost: {
    name: 'CatBoost',
    modules: none,
    packages: ['catboost'],
    objectives: boosting,
    metrics: ['eval_metric', 'custom_metric', 'custom_loss'],
    order: 'by the pool: labels and the raw output of the trees',
    divides: 'the sum of the weights of the rows',
    languages: anywhere,
    address: 'https://catboost.ai/docs/en/concepts/loss-functions',
  },
  torchmetrics: {
    name: 'torchmetrics',
    modules: ['torchmetrics'],
    packages: ['torchmetrics'],
    objectives: none,
    metrics: none,
    order: '(preds, target)',
    divides:
      'the number of all that was seen since the last reset: it is not the mean of the batches',
    languages: python,
    address: 'https://lightning.ai/docs/torchmetrics/stable/',
  },
  tfjs: {
    name: 'TensorFlow.js',
    modules: ['tfjs.losses', 'tfjs.metrics'],
    packages: ['tfjs'],
    objectives: ['loss'],
    metrics: ['metrics'],
    order: '(labels, predictions)',
    divides: 'the number of weights that are not zero',
    languages: ['javascript'],
    address: 'https://js.tensorflow.org/api/latest/#Training-Losses',
  },
  flux: {
    name: 'Flux',
    modules: ['Flux', 'Flux.Losses'],
    packages: ['Flux'],
    objectives: none,
    metrics: none,
    order: '(prediction, target)',
    divides: 'the number of all elements; with agg=sum by nothing',
    languages: ['julia'],
    address: 'https://fluxml.ai/Flux.jl/stable/reference/models/losses/',
  },
  rtorch: {
    name: 'torch for R',
    modules: ['torch'],
    packages: ['torch', 'luz'],
    objectives: none,
    metrics: none,
    order: '(prediction, target)',
    divides: 'the number of all elements; with reduction = "sum" by nothing',
    languages: ['r'],
    address: 'https://torch.mlverse.org/docs/reference/',
  },
  rkeras: {
    name: 'Keras for R',
    modules: ['keras', 'keras3'],
    packages: ['keras', 'keras3', 'tensorflow'],
    objectives: ['loss'],
    metrics: ['metrics'],
    order: '(y_true, y_pred)',
    divides: 'the size of the batch',
    languages: ['r'],
    address: 'https://keras3.posit.co/reference/',
  },
  yardstick: {
    name: 'yardstick',
    modules: ['yardstick'],
    packages: ['yardstick', 'tidymodels'],
    objectives: none,
    metrics: none,
    order: '(data, truth, estimate)',
    divides: 'the number of rows',
    languages: ['r'],
    address: 'https://yardstick.tidymodels.org/reference/',
  },
  rmetrics: {
    name: 'Metrics',
    modules: ['Metrics'],
    packages: ['Metrics'],
    objectives: none,
    metrics: none,
    order: '(actual, predicted)',
    divides: 'the number of rows',
    languages: ['r'],
    address: 'https://cran.r-project.org/package=Metrics',
  },
};
