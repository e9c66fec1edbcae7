import type { Finding } from '../../shared/lossReport';
import { percent, significant } from '../../shared/text';
import { hasProbability, predictedProbabilityAt } from '../measures/trueProbability';
import type { ModelContext, ModelDetector } from './detector';

const minRows = 50;
/** A gap below five points changes little. */
const smallestGap = 0.05;
/** By chance the gap of a calibrated model lies beyond four standard errors once in 16 000 tables. */
const standardErrors = 4;

interface Gap {
  readonly confidence: number;
  readonly accuracy: number;
}

/** The model is surer of its answers than it is right. */
export const overconfident: ModelDetector = context => {
  const gap = gapOf(context);
  return gap !== null && gap.confidence > gap.accuracy
    ? finding('overconfident', context, gap)
    : null;
};

/** The model is right more often than it says. */
export const underconfident: ModelDetector = context => {
  const gap = gapOf(context);
  return gap !== null && gap.confidence < gap.accuracy
    ? finding('underconfident', context, gap)
    : null;
};

/** Mean probability of the predicted class and share of right rows, where they differ by more than chance; null else. */
function gapOf({ model }: ModelContext): Gap | null {
  if (!hasProbability(model) || model.n < minRows || model.weight !== undefined) return null;
  const sureOf = predictedProbabilityAt(model);
  let [sure, right, variance] = [0, 0, 0];
  for (let i = 0; i < model.n; i++) {
    const p = sureOf(i);
    sure += p;
    right += Number(model.predicted[i] === model.target[i]);
    variance += p * (1 - p);
  }
  const [confidence, accuracy] = [sure / model.n, right / model.n];
  // What a calibrated model would scatter by, and what this one does: the larger counts.
  const error = Math.sqrt(Math.max(variance, model.n * accuracy * (1 - accuracy))) / model.n;
  const gap = Math.abs(confidence - accuracy);
  return gap >= smallestGap && gap > standardErrors * error ? { confidence, accuracy } : null;
}

function finding(
  id: 'overconfident' | 'underconfident',
  { model, title, report }: ModelContext,
  { confidence, accuracy }: Gap,
): Finding {
  const loss = report?.values.log_loss;
  const cost = loss === undefined ? '' : ` Its log loss is ${significant(loss, 4)}.`;
  const advice =
    id === 'overconfident'
      ? 'Probabilities nearer to one half would cost less; temperature or Platt scaling on other rows finds them.'
      : 'Probabilities farther from one half would cost less; temperature or Platt scaling on other rows finds them.';
  return {
    id,
    text: `${title} gives the class that it predicts a probability of ${percent(confidence)} on average, and is right on ${percent(accuracy)} of ${model.n} rows.${cost} ${advice}`,
    evidence: { model: title, confidence, accuracy, rows: model.n },
    weight: 0.5 + Math.min(0.2, Math.abs(confidence - accuracy)),
  };
}
