import type { Finding } from '../../shared/lossReport';
import { significant } from '../../shared/text';
import type { Usable, UsableRegression } from '../samples/usable';
import { weightedMean } from '../statistics/weightedMean';
import type { ModelDetector } from './detector';
import { isConstant } from './isConstant';

/** Two rows can agree by chance. */
const fewestRows = 3;

/** The model gives the same output on every row. */
export const constantOutput: ModelDetector = ({ usable, title }) => {
  if (usable.n < fewestRows || usable.task === 'errors' || isConstant(usable.target)) return null;
  if (usable.task === 'regression')
    return isConstant(usable.prediction) ? constantNumber(usable, title) : null;
  const output = constantClassOutput(usable);
  if (output === null) return null;
  return {
    id: 'constant-output',
    text: `${title} gives ${output} on every row, so it cannot tell the rows apart.`,
    evidence: { model: title, output },
    weight: 0.88,
  };
};

function constantNumber(usable: UsableRegression, title: string): Finding {
  const value = usable.prediction[0]!;
  const squaredTo = (constant: number) =>
    weightedMean(
      usable.target.map(target => (target - constant) ** 2),
      usable.weight,
    );
  const mean = weightedMean(usable.target, usable.weight);
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
  usable: Exclude<Usable, { task: 'errors' | 'regression' }>,
): string | null {
  const columns =
    usable.task === 'binary'
      ? [usable.probability, usable.margin].filter(column => column !== undefined)
      : (usable.probabilities ?? usable.logits ?? []);
  if (!columns.every(isConstant)) return null;
  if (columns.length > 0)
    return usable.task === 'binary' ? significant(columns[0]![0]!) : 'the same probabilities';
  return isConstant(usable.predicted) ? `the label ${usable.classes[usable.predicted[0]!]}` : null;
}
