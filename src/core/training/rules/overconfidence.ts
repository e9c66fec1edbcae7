import { percent, significant } from '../../../shared/text';
import { bestOf, type Found, type Judged, placeText, type TrainingEvidence } from '../evidence';
import { risesAgain } from './overfitting';

/** The validation loss rises while the validation score holds. */
export function overconfidence({ history, validation, score }: TrainingEvidence): Found | null {
  if (validation === null || score === null || !holds(score, validation)) return null;
  if (!risesAgain(validation)) return null;
  const best = bestOf(validation);
  const worse = (validation.shape.end - best.y) / Math.abs(best.y);
  const lastScore = -score.shape.end;
  return {
    text: `Overconfidence: ${validation.name} ends ${percent(worse)} above its best of ${significant(best.y)} at ${placeText(history, best.x)}, while ${score.name} holds at ${significant(lastScore)}. The decisions stay as good, the probabilities of the wrong ones grow too sure.`,
    doubt:
      'It could be wrong if the score is too coarse to show a loss of quality. Temperature scaling or label smoothing would tell.',
    numbers: { series: validation.name, bestAt: best.x, best: best.y, worse, score: score.name },
  };
}

/** The score is of the same data and ends no lower than where the loss was best, noise included. */
function holds(score: Judged, validation: Judged): boolean {
  const { curve, shape } = score;
  if (curve.series.split !== validation.curve.series.split) return false;
  const xBest = bestOf(validation).x;
  const at = curve.x.findIndex(value => value >= xBest);
  if (at < 0) return false;
  const then = shape.y[Math.floor((at * shape.y.length) / curve.x.length)]!;
  const noise = Number.isNaN(shape.noise) ? 0 : shape.noise;
  return shape.end <= then + 2 * noise;
}
