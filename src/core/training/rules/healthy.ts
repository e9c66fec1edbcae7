import { significant } from '../../../shared/text';
import { bestOf, type Found, type Judged, placeText, type TrainingEvidence } from '../evidence';
import { risesAgain } from './overfitting';
import { hasLearned, scoreShowsLearning } from './underfitting';

/** The loss improved and then stayed flat. */
export function healthy(evidence: TrainingEvidence): Found | null {
  const { history, train, validation, score } = evidence;
  const judged = validation ?? train;
  if (judged === null || risesAgain(judged)) return null;
  if (!hasLearned(judged) && (score === null || !scoreShowsLearning(score))) return null;
  const best = bestOf(judged);
  const alone =
    validation === null ? ' There is no validation loss, so overfitting cannot be seen.' : '';
  return {
    text: `Healthy: ${courseOf(judged)}; it is best at ${placeText(history, best.x)} (${significant(best.y)}). Flattening is normal: most of what this training can learn has been learned.${alone}`,
    doubt: 'It could be wrong if the validation data are too much like the training data.',
    numbers: { series: judged.name, bestAt: best.x, best: best.y },
  };
}

/** `val_loss fell from 1.2 to 0.4 and is flat now`; a fall that noise hides is not claimed. */
function courseOf({ name, curve, shape }: Judged): string {
  const first = curve.y[0]!;
  return first - shape.end > 2 * shape.noise
    ? `${name} fell from ${significant(first)} to ${significant(shape.end)} and is flat now`
    : `${name} moves around ${significant(shape.end)} within its noise`;
}
