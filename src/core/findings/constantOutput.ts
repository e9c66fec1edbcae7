import type { Finding } from '../../shared/lossReport';
import { significant } from '../../shared/text';
import type { ModelSamples, RegressionModelSamples } from '../samples/modelSamples';
import { weightedMean } from '../statistics/weightedMean';
import type { ModelDetector } from './detector';
import { isConstant } from './isConstant';

/** Two rows can agree by chance. */
const minRows = 3;

/** The model gives the same output on every row. */
export const constantOutput: ModelDetector = ({ model, title }) => {
  if (model.n < minRows || model.task === 'errors' || isConstant(model.target)) return null;
  if (model.task === 'regression')
    return isConstant(model.prediction) ? constantNumber(model, title) : null;
  const output = constantClassOutput(model);
  if (output === null) return null;
  return {
    id: 'constant-output',
    text: `${title} gives ${output} on every row, so it cannot tell the rows apart.`,
    evidence: { model: title, output },
    weight: 0.88,
  };
};

function constantNumber(model: RegressionModelSamples, title: string): Finding {
  const value = model.prediction[0]!;
  const squaredTo = (constant: number) =>
    weightedMean(
      model.target.map(target => (target - constant) ** 2),
      model.weight,
    );
  const mean = weightedMean(model.target, model.weight);
  const mse = squaredTo(value);
  const after = squaredTo(mean);
  return {
    id: 'constant-output',
    text: `${title} predicts ${significant(value)} on every row, so it cannot tell the rows apart. The best constant, the mean ${significant(mean)}, has a mean squared error of ${significant(after)}; here it is ${significant(mse)}.`,
    evidence: { model: title, output: value, mse, mseAfter: after },
    weight: 0.88,
  };
}

/** The output in words; null when it varies. */
function constantClassOutput(
  model: Exclude<ModelSamples, { task: 'errors' | 'regression' }>,
): string | null {
  const columns =
    model.task === 'binary'
      ? [model.probability, model.margin].filter(column => column !== undefined)
      : (model.probabilities ?? model.logits ?? []);
  if (!columns.every(isConstant)) return null;
  if (columns.length > 0)
    return model.task === 'binary' ? significant(columns[0]![0]!) : 'the same probabilities';
  return isConstant(model.predicted) ? `the label ${model.classes[model.predicted[0]!]}` : null;
}
