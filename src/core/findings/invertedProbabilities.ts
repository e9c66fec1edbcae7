import type { Finding } from '../../shared/lossReport';
import { percent, significant } from '../../shared/text';
import { hasProbability, positiveProbability } from '../measures/trueProbability';
import type { BinaryModelSamples } from '../samples/modelSamples';
import type { ModelDetector } from './detector';

const minRows = 10;
/** Beyond three standard errors the positives really are given less. */
const standardErrors = 3;
/** The other way round, the Brier score must fall by at least this much. */
const leftOver = 0.7;

/** The column holds the probability of the other class, or the labels are exchanged. */
export const invertedProbabilities: ModelDetector = ({ model, title }) => {
  if (model.task !== 'binary' || model.n < minRows) return null;
  const probable: boolean = hasProbability(model);
  const given = probable ? positiveProbability(model) : Float64Array.from(model.predicted);
  const brier = meanOf(model, (y, i) => (given[i]! - y) ** 2);
  const after = meanOf(model, (y, i) => (1 - given[i]! - y) ** 2);
  if (!(after <= leftOver * brier) || separation(model, given) > -standardErrors) return null;
  return probable ? probabilityFinding(model, title, given) : labelFinding(title, brier, after);
};

function probabilityFinding(
  model: BinaryModelSamples,
  title: string,
  given: Float64Array,
): Finding {
  const cost = (p: number) => 0 - Math.log(p);
  const loss = meanOf(model, (y, i) => cost(y === 1 ? given[i]! : 1 - given[i]!));
  const after = meanOf(model, (y, i) => cost(y === 1 ? 1 - given[i]! : given[i]!));
  const [negative, positive] = model.classes;
  return {
    id: 'inverted-probabilities',
    text: `${title} gives ${positive} the lower probability where it is true: the column looks like the probability of ${negative}. As 1 - p, the log loss would be ${significant(after)} instead of ${significant(loss)}.`,
    evidence: { model: title, logLoss: loss, logLossAfter: after },
    weight: 0.95,
  };
}

function labelFinding(title: string, wrong: number, after: number): Finding {
  return {
    id: 'inverted-probabilities',
    text: `The two labels of ${title} look exchanged: the other way round, accuracy would be ${percent(1 - after)} instead of ${percent(1 - wrong)}.`,
    evidence: { model: title, accuracy: 1 - wrong, accuracyAfter: 1 - after },
    weight: 0.95,
  };
}

function meanOf(
  { n, target }: BinaryModelSamples,
  value: (y: number, i: number) => number,
): number {
  let sum = 0;
  for (let i = 0; i < n; i++) sum += value(target[i]!, i);
  return sum / n;
}

/** (mean of the positives - mean of the negatives) in standard errors; 0 with a single class. */
function separation({ n, target }: BinaryModelSamples, given: Float64Array): number {
  const count = [0, 0];
  const mean = [0, 0];
  const squares = [0, 0];
  for (let i = 0; i < n; i++) {
    const side = target[i]!;
    const before = given[i]! - mean[side]!;
    count[side]! += 1;
    mean[side]! += before / count[side]!;
    squares[side]! += before * (given[i]! - mean[side]!);
  }
  if (count[0] === 0 || count[1] === 0) return 0;
  const difference = mean[1]! - mean[0]!;
  const error = Math.sqrt(squares[0]! / count[0]! ** 2 + squares[1]! / count[1]! ** 2);
  return difference === 0 ? 0 : difference / error;
}
