import {
  type Candidate,
  isCounter,
  isFraction,
  isNumeric,
  isOpenColumn,
  isTextLabels,
  isTwoLabels,
} from '../candidate';
import { agreement, correlation, couldPredict, sameScale } from '../likeness';
import { isModelName } from '../models/modelWords';
import { namedPredictions } from '../namedPredictions';
import type { Survey } from '../survey';
import type { TargetPick } from './targetPick';

/** Beside columns that are called after models: the one other column that all of them go with. */
export function targetByModels(survey: Survey, free: readonly Candidate[]): TargetPick | null {
  if (namedPredictions(survey).length > 0) return null;
  const values = free.filter(one => isNumeric(one) || isTextLabels(one));
  const models = values.filter(one => canBeModel(one) && isModelName(one.name));
  if (models.length === 0) return null;
  const likely = values
    .filter(one => isOpenColumn(one) && !models.includes(one) && !isCounter(one))
    .filter(one => models.every(model => fits(one, model)))
    .map(candidate => ({ candidate, likeness: likenessTo(candidate, models) }))
    .filter(({ likeness }) => likeness > 0.5)
    .sort((a, b) => b.likeness - a.likeness)
    .map(({ candidate }) => candidate);
  const [target, ...rivals] = likely;
  if (target === undefined || (models.length === 1 && rivals.length > 0)) return null;
  return { target, how: 'rest', rivals };
}

function canBeModel({ said }: Candidate): boolean {
  return said === null || said.role === 'model';
}

function fits(target: Candidate, model: Candidate): boolean {
  if (isTextLabels(target)) return couldPredict(target, model);
  return isChanceOf(target, model) || sameScale(target, model);
}

/** P(positive) beside two classes. */
function isChanceOf(target: Candidate, model: Candidate): boolean {
  return isTwoLabels(target) && isFraction(model);
}

/** How well the best of the models goes with the target: correlation, twice for chances, or agreement. */
function likenessTo(target: Candidate, models: readonly Candidate[]): number {
  const likeness = models.map(model => {
    if (isTextLabels(target)) return agreement(target, model);
    const strength = Math.abs(correlation(target, model));
    return isChanceOf(target, model) ? 2 * strength : strength;
  });
  return Math.max(...likeness);
}
