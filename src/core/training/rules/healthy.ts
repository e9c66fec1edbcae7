import { significant } from '../../../shared/text';
import { type Course, gainOf, riseOf, sizeOf } from '../course';
import { type Found, hasEnough, type Judged, type TrainingEvidence } from '../evidence';
import {
  absenceText,
  bestOf,
  courseText,
  heldData,
  judgedHeld,
  oddValuesText,
  rateText,
  testAsValidationText,
  told,
} from '../sentences';
import { endsNearItsBest, tailOf, tailText, tooNoisy } from '../tail';
import { zerosToEnd } from './diverged';
import { risesAgain } from './overfitting';
import { hasLearned, scoreShowsLearning } from './underfitting';

/** A fall of this share of all that was gained, within the last third, is not flat. */
const maxFall = 0.1;
/** ... unless it is less than this share of the level. */
const leastFall = 0.02;
/** A rise of this share of the level, or of an eighth of what was gained, beyond chance, is not flat either. */
const maxRise = 0.05;
/** ... nor one of twice that and of more than so many noise widths; in short curves the noise is hardly known. */
const maxWidths = 2;
const shortCurve = 12;

/** The loss improved and then stayed flat, near its best. */
export function healthy(evidence: TrainingEvidence): Found | null {
  const { history, leading, score } = evidence;
  if (leading === null || !provenHealthy(evidence, leading)) return null;
  if (!hasLearned(leading) && (score === null || !scoreShowsLearning(score))) return null;
  const best = bestOf(leading);
  return {
    text: told(
      `Healthy: ${courseText(history, leading)} and is flat over ${tailText(leading.course, tailOf(leading.course))}${measured(leading.course)}. Flattening is normal: most of what this training can learn has been learned.`,
      rateText(evidence),
      absenceText(evidence),
      testAsValidationText(evidence),
      oddValuesText(evidence),
    ),
    doubt: judgedHeld(evidence)
      ? `It could be wrong if the ${heldData(leading)} are too much like the training data.`
      : 'It could be wrong if the loss moves on after a pause.',
    numbers: { series: leading.name, bestAt: best.x, best: best.y },
  };
}

/** Enough values, finite at the end, near the best, no rise, and no loss beside it that broke. */
function provenHealthy({ broken, train }: TrainingEvidence, leading: Judged): boolean {
  return (
    hasEnough(leading) &&
    broken.length === 0 &&
    !leading.curve.endsNonFinite &&
    !risesAgain(leading) &&
    !tooNoisy(leading.course) &&
    endsNearItsBest(leading.course) &&
    isFlat(leading.course) &&
    (train === null || zerosToEnd(train) === null)
  );
}

/** Nothing within the uncertainty of the last third would be a fall worth waiting for, nor is it a rise. */
function isFlat(course: Course): boolean {
  const { fall, error, errors } = tailOf(course);
  const falls = fall + error > Math.max(maxFall * gainOf(course), leastFall * sizeOf(course));
  if (falls && errors > 1.5) return false;
  const { rise, errors: since } = riseOf(course);
  const matters = Math.min(maxRise * sizeOf(course), gainOf(course) / 8);
  const widths = course.y.length < shortCurve ? 0 : maxWidths;
  if (rise > 2 * matters && rise > widths * course.lateNoise) return false;
  return !(-fall > matters && -errors > 2) && !(rise > matters && since > 3.5);
}

/** What was measured: the noise, and where the end lies between the noise. */
function measured(course: Course): string {
  const { lateNoise } = course;
  if (Number.isNaN(lateNoise)) return '';
  const size = Math.abs(course.end);
  const noise = size > 0 ? lateNoise / size : 0;
  const { errors } = tailOf(course);
  if (!(noise >= 0.0005) || !Number.isFinite(errors)) return ' (it shows hardly any noise)';
  const widths = Math.max(0, riseOf(course).rise / lateNoise);
  return ` (its mean level ends ${significant(widths, 2)} noise widths above its lowest, one being ${significant(noise * 100, 2)} % of the level)`;
}
