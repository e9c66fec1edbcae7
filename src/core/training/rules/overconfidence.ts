import { significant } from '../../../shared/text';
import type { Found, Judged, TrainingEvidence } from '../evidence';
import { aboveBestText, bestOf, endsOf, told } from '../sentences';
import { risesAgain } from './overfitting';

/** The validation loss rises while the validation score holds. */
export function overconfidence({ history, validation, score }: TrainingEvidence): Found | null {
  if (validation === null || score === null || score.curve === validation.curve) return null;
  if (!holds(score, validation) || !risesAgain(validation)) return null;
  const best = bestOf(validation);
  const { last } = endsOf(validation);
  return {
    text: told(
      `Overconfidence: ${validation.name} ends at ${significant(last)}, ${aboveBestText(history, validation)}, while ${score.name} holds at ${significant(endsOf(score).last)}.`,
      'The decisions stay as good, the probabilities of the wrong ones grow too sure.',
    ),
    doubt:
      'It could be wrong if the score is too coarse to show a loss of quality. Temperature scaling or label smoothing would tell.',
    numbers: {
      series: validation.name,
      bestAt: best.x,
      best: best.y,
      worse: (last - best.y) / Math.abs(best.y),
      score: score.name,
    },
  };
}

/** The score is of the same data and ends no lower than where the loss was best, noise included. */
function holds(score: Judged, validation: Judged): boolean {
  const { curve, course } = score;
  if (curve.series.split !== validation.curve.series.split) return false;
  const xBest = bestOf(validation).x;
  const at = curve.x.findIndex(value => value >= xBest);
  if (at < 0) return false;
  const then = course.y[Math.floor((at * course.y.length) / curve.x.length)]!;
  const noise = Number.isNaN(course.noise) ? 0 : course.noise;
  return course.end <= then + 2 * noise;
}
