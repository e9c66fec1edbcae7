import { classView } from '../measures/classView';
import { classWeightsOf } from '../measures/classWeights';
import {
  type CodeContext,
  type CodeLine,
  numpy,
  numpyMean,
  type Recipe,
  sklearn,
  torch,
} from './recipe';

const labels = 'y_true, y_pred';
export const ofTruth = (binary: boolean): string =>
  binary ? 'np.where(y_true == 1, y_prob, 1 - y_prob)' : 'y_prob[np.arange(len(y_true)), y_true]';
export const oneHot = (classes: number): string => `np.eye(${classes})[y_true]`;

export const sklearnLabels =
  (name: string): Recipe =>
  context => [sklearn(name, labels, context)];
export const sklearnAverage =
  (name: string): Recipe =>
  context => {
    const average = context.binary ? 'binary' : 'macro';
    return [sklearn(name, `${labels}, average="${average}", zero_division=0`, context)];
  };

export function fromLogits({ model }: CodeContext): boolean {
  if (model.task === 'binary') return model.probability === undefined;
  return model.task === 'multiclass' && model.probabilities === undefined;
}

/** scikit-learn clips at 2.2e-16 and rescales rows; where neither happens its value is the exact one. */
function isUntouchedBySklearn({ model, classes }: CodeContext): boolean {
  if (model.task !== 'binary' && model.task !== 'multiclass') return false;
  const { probability, ofTruth: chance } = classView(model, () => null).outputs;
  if (probability === undefined || chance === undefined) return false;
  for (let i = 0; i < model.n; i++) {
    if (chance(i) < Number.EPSILON) return false;
    let sum = 0;
    for (let k = 0; k < classes; k++) sum += probability(k, i);
    if (Math.abs(sum - 1) > 1e-14) return false;
  }
  return true;
}

export function logLossLines(context: CodeContext): readonly CodeLine[] {
  const { parameters, classes, binary } = context;
  if (parameters.labelSmoothing !== 0 || parameters.classWeights !== undefined) {
    return context.weighted ? [] : [smoothed(context)];
  }
  if (fromLogits(context)) {
    return binary
      ? [
          torch(
            'binary_cross_entropy_with_logits',
            'torch.tensor(y_score), torch.tensor(y_true * 1.0)',
            context,
          ),
        ]
      : [torch('cross_entropy', 'torch.tensor(y_score), torch.tensor(y_true)', context)];
  }
  const exact = numpyMean(costOfTruth(context), context);
  if (!isUntouchedBySklearn(context)) return [exact];
  const known = `[${Array.from({ length: classes }, (_, k) => k).join(', ')}]`;
  return [sklearn('log_loss', `y_true, y_prob, labels=${known}`, context), exact];
}

/** PyTorch's cross-entropy takes logarithms of probabilities as logits: rows that sum to 1 stay as they are. */
function smoothed(context: CodeContext): CodeLine {
  const { parameters, model, binary } = context;
  const names = 'classes' in model ? model.classes : [];
  const two = (score: string) => `np.stack([${score}], axis=1)`;
  const logits = fromLogits(context)
    ? binary
      ? two('0 * y_score, y_score')
      : 'y_score'
    : `np.log(${binary ? two('1 - y_prob, y_prob') : 'y_prob'})`;
  const weights = classWeightsOf(names, parameters)?.join(', ');
  const weight =
    weights === undefined ? '' : `, weight=torch.tensor([${weights}], dtype=torch.float64)`;
  const args = `torch.tensor(${logits}), torch.tensor(y_true)${weight}, label_smoothing=${parameters.labelSmoothing}`;
  const line = torch('cross_entropy', args, context);
  return { ...line, code: `import numpy as np; ${line.code}` };
}

/** -ln of the probability of the true class, from logits where there are no probabilities. */
export function costOfTruth(context: CodeContext): string {
  if (!fromLogits(context)) return `-np.log(${ofTruth(context.binary)})`;
  return context.binary
    ? 'np.logaddexp(0, (1 - 2 * y_true) * y_score)'
    : 'np.logaddexp.reduce(y_score, axis=1) - y_score[np.arange(len(y_true)), y_true]';
}

export const classRowMean =
  (perRow: (context: CodeContext) => string): Recipe =>
  context => [numpyMean(perRow(context), context)];

const scores = ({ model }: CodeContext) =>
  model.task === 'binary' && model.probability === undefined ? 'y_score' : 'y_prob';

export const sklearnRanking =
  (name: string): Recipe =>
  context => {
    const args = context.binary
      ? `y_true, ${scores(context)}`
      : `${oneHot(context.classes)}, y_prob, average="macro"`;
    return [sklearn(name, args, context)];
  };

export function margins({ binary, classes }: CodeContext): string {
  if (binary) return '(2 * y_true - 1) * y_score';
  const rivals = `np.where(${oneHot(classes)} == 1, -np.inf, y_score).max(axis=1)`;
  return `(y_score[np.arange(len(y_true)), y_true] - ${rivals})`;
}

export function calibrationLine({ binary, parameters, weighted }: CodeContext): CodeLine {
  const bins = parameters.calibrationBins;
  const confidence = binary ? 'y_prob' : 'y_prob.max(axis=1)';
  const outcome = binary ? 'y_true' : '(y_prob.argmax(axis=1) == y_true)';
  const bin = `np.minimum((${bins} * ${confidence}).astype(int), ${bins - 1})`;
  const gap = `${weighted ? 'weight * ' : ''}(${outcome} - ${confidence})`;
  const total = weighted ? 'weight.sum()' : 'len(y_true)';
  return numpy(`np.abs(np.bincount(${bin}, weights=${gap}, minlength=${bins})).sum() / ${total}`);
}
