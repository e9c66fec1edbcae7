import type { NameRoleId } from '../../names/names';
import { labelsOf } from '../labels';
import {
  type Candidate,
  isFraction,
  isNumeric,
  isTextLabels,
  isTwoLabels,
  isTwoValued,
} from './candidate';
import { agreement, correlation, couldPredict, sharesLabels } from './likeness';
import { classGroupsOf } from './models/classColumns';
import { isModelName } from './models/modelWords';
import { medians } from './models/regressors';
import { namedPredictions, ownersAmong } from './namedPredictions';
import { chosenColumns, named, type Survey } from './survey';
import type { TargetPick } from './target/targetPick';

/** The columns that hold predictions of the target: chosen, named, or by their values. */
export function pickColumns(survey: Survey, pick: TargetPick): Candidate[] {
  const chosen = chosenColumns(survey.choices);
  if (chosen.length > 0) return named(survey, chosen);
  const own = predictionsOf(survey, pick);
  const told =
    own.length > 0 && own.some(isPlain) ? own : [...vaguePredictionsOf(survey, pick), ...own];
  if (told.length === 0) {
    const named = [medians(survey), classColumns(survey, pick)].find(({ length }) => length > 0);
    if (named !== undefined) return named;
  }
  return [...told, ...barePredictionsOf(survey, pick, told)];
}

/** Columns called like the classes of the target, one for each. */
function classColumns({ candidates }: Survey, { target }: TargetPick): Candidate[] {
  const scores = candidates.filter(one => one !== target && one.facts.unitShare === 1);
  if (scores.length < target.facts.labels.size) return [];
  return classGroupsOf(scores, labelsOf(target.column).labels).flatMap(({ columns }) => columns);
}

function isPlain({ said }: Candidate): boolean {
  return said?.role === 'prediction';
}

/** Columns that name themselves predictions, probabilities or scores and belong to this target. */
function predictionsOf(survey: Survey, pick: TargetPick): Candidate[] {
  const belongs = belongsTo(pick);
  const own = namedPredictions(survey).filter(one => one !== pick.target && belongs(one));
  const strong = own.filter(one => one.said!.role !== 'score');
  const scores = own.filter(one => one.said!.role === 'score');
  if (strong.length === 0) return scores.filter(one => isScoreOf(pick.target, one));
  return [...strong, ...scores.filter(one => isScoreBeside(pick.target, one, strong))];
}

/** The chances behind hard labels: `svm_score` beside `svm_pred`, or one score beside one prediction. */
function isScoreBeside(target: Candidate, one: Candidate, strong: readonly Candidate[]): boolean {
  if (!isTwoLabels(target) || !isFraction(one) || !strong.every(isPlain)) return false;
  const isOnly = strong.length === 1 && one.stem.length === 0;
  return isOnly || strong.some(({ stem }) => stem.join(' ') === one.stem.join(' '));
}

/** Columns without a telling name that hold predictions of this target: bare model names, what is left. */
function barePredictionsOf(
  survey: Survey,
  pick: TargetPick,
  taken: readonly Candidate[],
): Candidate[] {
  const told = new Set(taken);
  const rest = survey.candidates.filter(one => isFree(one, pick) && !told.has(one));
  const likely = rest.filter(
    one => couldPredict(pick.target, one) || isModelScore(pick.target, one),
  );
  const models = likely.filter(one => isModelName(one.name));
  if (taken.length > 0) {
    return isTextLabels(pick.target) ? likely : models.filter(one => isClose(pick, one));
  }
  if (models.length > 0) return likely.filter(one => isModelName(one.name) || isClose(pick, one));
  const usable = rest.filter(one => isNumeric(one) || isTextLabels(one));
  if (likely.length < usable.length || likely.some(one => isFeatureName(one.name))) return [];
  return likely.length === 1 || likely.every(one => isClose(pick, one)) ? likely : [];
}

/** A column called `label` beside a `groundtruth` is the prediction. */
function vaguePredictionsOf(survey: Survey, { target }: TargetPick): Candidate[] {
  return survey.candidates.filter(
    one =>
      one !== target &&
      (one.said?.role === 'label' || (one.said?.role === 'target' && one.said.strength === 1)) &&
      one.said.strength < (target.said?.strength ?? 2) &&
      couldPredict(target, one),
  );
}

/** How many other targets a column of the wrong kind is held against. */
const mostRivals = 20;

/** Named after this target or after none, and not of a kind that only another target has. */
function belongsTo({ target, rivals }: TargetPick): (prediction: Candidate) => boolean {
  const ownerOf = ownersAmong([target, ...rivals]);
  return prediction => {
    const owner = ownerOf(prediction);
    if (owner !== undefined && owner !== target) return false;
    if (!isPlain(prediction) || couldPredict(target, prediction)) return true;
    return !rivals.slice(0, mostRivals).some(rival => couldPredict(rival, prediction));
  };
}

function isScoreOf(target: Candidate, score: Candidate): boolean {
  return isTwoValued(target) || isTextLabels(target) || couldPredict(target, score);
}

/** What a word may say by the way: `SeasonalNaive` is a model, no season. */
const freeRoles: ReadonlySet<NameRoleId> = new Set(['group', 'id', 'derived']);

function isFree({ said, column, name, facts }: Candidate, { target }: TargetPick): boolean {
  if (name === target.name || column.kind === 'time' || column.kind === 'empty') return false;
  if (facts.integer && facts.rising && facts.count > 2) return false;
  if (said === null || said.role === 'model') return true;
  if (said.role === 'derived' && !isModelName(name)) return false;
  return freeRoles.has(said.role) && said.strength === 1;
}

/** `model_a` with numbers in [0, 1] beside a target of 0 and 1. */
function isModelScore(target: Candidate, one: Candidate): boolean {
  return (
    isTwoValued(target) && isNumeric(one) && one.facts.unitShare === 1 && isModelName(one.name)
  );
}

function isFeatureName(name: string): boolean {
  return /^(x|feature|feat|input)[\s_]*\d*$/i.test(name.trim());
}

/** Moves with the target or, where classes have no order, names its class more often than not. */
function isClose({ target }: TargetPick, one: Candidate): boolean {
  if (isNumeric(target) && isNumeric(one) && correlation(target, one) > 0.5) return true;
  const isCoin = isNumeric(target) && isTwoValued(target);
  return !isCoin && sharesLabels(target, one) && agreement(target, one) > 0.5;
}
