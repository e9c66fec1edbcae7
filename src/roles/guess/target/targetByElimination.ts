import { type Candidate, isFraction, isOpenColumn, isTextLabels, isTwoLabels } from '../candidate';
import { correlation, couldPredict } from '../likeness';
import { isModelName } from '../models/modelWords';
import { namedPredictions, ownersAmong } from '../namedPredictions';
import { named, type Survey } from '../survey';
import type { TargetPick } from './targetPick';

/** The only column left that looks like what the named predictions predict. */
export function targetByElimination(survey: Survey, free: readonly Candidate[]): TargetPick | null {
  const predictions = plainPredictions(survey);
  if (predictions.length === 0) return null;
  const rest = free.filter(
    one => isUnnamed(one) && !predictions.includes(one) && !one.facts.rising,
  );
  const possible = rest.filter(one => couldBeTarget(one, predictions));
  const others = possible.filter(({ name }) => !isModelName(name));
  const likely = others.length > 0 ? others : possible;
  if (rest.length - possible.length > mostFeatures) return null;
  const owners = new Set(predictions.map(ownersAmong(likely)));
  const spoken = likely.filter(one => owners.has(one));
  const [target, ...rivals] = likely.length > 1 ? spoken : likely;
  return target === undefined ? null : { target, how: 'rest', rivals };
}

/** Among more features than these the likeliest column is too easily the wrong one. */
const mostFeatures = 2;

/** Chosen and named predictions; scores only where there is nothing else. */
function plainPredictions(survey: Survey): Candidate[] {
  const own = namedPredictions(survey);
  const plain = own.filter(({ said }) => said?.role !== 'score');
  return [...named(survey, survey.choices.predictions ?? []), ...(plain.length > 0 ? plain : own)];
}

function couldBeTarget(candidate: Candidate, predictions: readonly Candidate[]): boolean {
  if (!predictions.every(prediction => fits(candidate, prediction))) return false;
  if (isTextLabels(candidate)) return hasClassesFor(candidate, predictions);
  return predictions.some(
    one => one.facts.spread === 0 || Math.abs(correlation(candidate, one)) > 0.2,
  );
}

/** One column of chances tells two classes apart, more classes need a column each. */
function hasClassesFor({ facts }: Candidate, predictions: readonly Candidate[]): boolean {
  if (predictions.some(isTextLabels)) return true;
  const classes = facts.labels.size;
  return classes === 2 || (classes > 2 && predictions.length >= classes);
}

function fits(candidate: Candidate, prediction: Candidate): boolean {
  if (isTextLabels(prediction)) return couldPredict(candidate, prediction);
  if (isTextLabels(candidate)) return prediction.facts.unitShare === 1;
  const isScore = prediction.said !== null && prediction.said.role !== 'prediction';
  if (isScore) return isTwoLabels(candidate);
  // One of two labels is no guess at a number between 0 and 1, which is rather the chance behind it.
  const isChance = isTwoLabels(prediction) && isFraction(candidate);
  return !isChance && couldPredict(candidate, prediction);
}

function isUnnamed(one: Candidate): boolean {
  return isOpenColumn(one) || one.said?.role === 'score';
}
