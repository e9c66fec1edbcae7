import { wordsIn } from '../candidate';

const words =
  'model ols ridge lasso elastic elasticnet linear linreg lr logreg logistic regression glm gam gp gpr ' +
  'gaussian svm svr svc rbf rf forest randomforest xgb xgboost boost gbm gbr gbdt gboost lgbm lgb lightgbm ' +
  'catboost adaboost tree dt cart knn kneighbors nb naive bayes bayesian mlp nn net network ann dnn cnn ' +
  'rnn lstm gru bilstm transformer bert roberta distilbert xlnet albert deberta electra gpt llama mistral ' +
  'gemini claude fasttext arima sarima sarimax prophet ets holt winters theta naive baseline dummy ' +
  'ensemble voting stacking stacked blend hybrid resnet vgg vit unet yolo efficientnet mobilenet densenet ' +
  'inception convnext kernel pca pls pcr qda lda huber ransac lars sgd perceptron extratrees et zeror ' +
  'most_frequent frequent majority classifier regressor champion challenger teacher student';

const modelWords: ReadonlySet<string> = new Set(words.split(' '));

/** True for names that people give to models: `PCA_SVR_rbf`, `RoBERTa`, `model_b`. */
export function isModelName(name: string): boolean {
  const whole = name.toLowerCase().split(/[^a-z0-9]+/);
  return [...wordsIn(name), ...whole].some(word => modelWords.has(word));
}
