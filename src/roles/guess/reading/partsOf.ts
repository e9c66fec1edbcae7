import { meaningOf } from '../../../names/words';
import { labelsOf } from '../../labels';
import { type Candidate, isCounter, isNumeric, isTextLabels } from '../candidate';
import { varianceBetween } from '../likeness';
import { classGroupsOf } from '../models/classColumns';
import { medians } from '../models/regressors';
import { chosenColumns, named } from '../survey';
import { bareParts } from './bareParts';
import { concordance, likely } from './concordance';
import { type Evidence, enough, pointsOf } from './evidence';
import { isBare, isToldTarget, modelNamePoints, targetNamePoints } from './nameEvidence';
import { isOverruled } from './overruled';
import type { Part } from './reading';
import type { Scene } from './scene';
import { valueEvidence } from './valueEvidence';

/** The columns that hold predictions of the target by what their names and values say together. */
export function partsOf(scene: Scene, target: Candidate): Part[] {
  const chosen = chosenColumns(scene.survey.choices);
  if (chosen.length > 0) return chosenParts(scene, target, chosen);
  const own = ownParts(scene, target);
  if (own.length > 0) return own;
  if (!isTold(scene, target)) return fittingMedians(scene, target);
  return unspoken(scene, target).map(column => asPart(target, column));
}

/** Chosen, or called a target. */
function isTold({ survey }: Scene, target: Candidate): boolean {
  return survey.choices.target === target.name || targetNamePoints(target) >= 1;
}

/** What a person chose is taken, whatever speaks against it. */
function chosenParts({ survey }: Scene, target: Candidate, names: readonly string[]): Part[] {
  return named(survey, names).flatMap(one => (one === target ? [] : asPart(target, one)));
}

function asPart(target: Candidate, column: Candidate): Part {
  const evidence: Evidence[] = [{ kind: 'name', points: 6 }, ...valueEvidence(target, column)];
  return { column, evidence, points: pointsOf(evidence) };
}

/** The median of a forecast beside a column that it goes with. */
function fittingMedians({ survey }: Scene, target: Candidate): Part[] {
  if (!isNumeric(target) || target.said !== null || target.words.some(isCentre)) return [];
  return medians(survey)
    .filter(one => one !== target && concordance(target, one) >= likely)
    .map(one => asPart(target, one));
}

/** `point` and `mean` are what a forecast says, not what came. */
function isCentre(word: string): boolean {
  return word === 'point' || meaningOf(word)?.sense === 'summary';
}

/** Medians among quantiles, or columns called like the classes of the target. */
function unspoken({ survey, columns }: Scene, target: Candidate): readonly Candidate[] {
  const medianColumns = medians(survey);
  if (medianColumns.length > 0) return isNumeric(target) ? medianColumns : [];
  const scores = columns.filter(one => one !== target && one.facts.unitShare === 1);
  if (scores.length < target.facts.labels.size) return [];
  return classGroupsOf(scores, labelsOf(target.column).labels).flatMap(group => group.columns);
}

function ownParts(scene: Scene, target: Candidate): Part[] {
  const parts = scene.columns.flatMap(one => partOf(scene, target, one) ?? []);
  const silent = ({ column }: Part) => isBare(column) || isOverruled(scene, target, column);
  const spoken = parts.filter(part => !silent(part) && !isVague(part.column));
  const told = spoken.filter(part => !isAnotherMeasure(target, part, spoken));
  const isNamed = told.some(({ column }) => scene.named.has(column) && !isScore(column));
  const vague = parts.filter(({ column }) => isVague(column) && !told.some(isPlain));
  const bare = parts.filter(silent);
  const akin = told.some(isPlain) ? [] : bare.filter(isAkin);
  const others = bareParts(scene, target, { bare, told: [...told, ...akin], isNamed });
  const kept = new Set([...told, ...vague, ...akin, ...others]);
  return parts.filter(part => kept.has(part));
}

/** undefined for a column that is no prediction of this target. */
function partOf(scene: Scene, target: Candidate, column: Candidate): Part | undefined {
  const owner = scene.ownerOf(column);
  if (!canTakePart(scene, target, column) || (owner !== undefined && owner !== target))
    return undefined;
  const values = valueEvidence(target, column);
  if (owner === undefined && fitsAnother(scene, target, column, pointsOf(values))) return undefined;
  const isNamesake = owner === target || areBothPlain(target, column);
  const isSilent = isBare(column) || isOverruled(scene, target, column);
  const evidence: Evidence[] = [
    { kind: 'name', points: isSilent ? 0 : modelNamePoints(column) },
    { kind: 'stem', points: isNamesake ? 1.5 : 0 },
    ...values,
  ];
  const points = pointsOf(evidence);
  return points >= (isSilent ? 0 : enough) ? { column, evidence, points } : undefined;
}

function canTakePart(scene: Scene, target: Candidate, column: Candidate): boolean {
  if (column === target || (isBare(column) && isCounter(column))) return false;
  if (isOverruled(scene, target, column)) return true;
  return modelNamePoints(column) >= -1 && (!isVague(column) || isWeaker(column, target));
}

/** `true_class` and `pred_class` beside `true_group` and `pred_group`: neither says more than its part. */
function areBothPlain(target: Candidate, one: Candidate): boolean {
  const isPlainTarget = target.said?.role === 'target' && target.stem.length === 0;
  return isPlainTarget && one.said?.role === 'prediction' && one.stem.length === 0;
}

/** `label` beside `groundtruth` may be the prediction, `actual` beside it never. */
function isWeaker({ said }: Candidate, target: Candidate): boolean {
  const other =
    target.said?.role === 'target' ? target.said.strength : target.said === null ? 2 : 1;
  return said!.strength === 1 && said!.strength < other;
}

/** Rows among which a score may seem to tell classes apart by chance. */
const byChance = 4;
const leastTold = 0.05;

/**
 * `toxicity_score` beside `label` and `prediction` is a measure of its own: what is called a score of something
 * and tells neither the classes of the target nor the predicted ones apart. `svm_score` beside `svm_pred` is not.
 */
function isAnotherMeasure(target: Candidate, { column }: Part, parts: readonly Part[]): boolean {
  if (!isScore(column) || column.stem.length === 0 || !isNumeric(column)) return false;
  const labels = parts.filter(one => one.column !== column && isPlain(one) && isLabels(one.column));
  if (labels.length === 0 || labels.some(one => areNamesakes(one.column, column))) return false;
  const least = Math.max(leastTold, byChance / column.facts.rows);
  return [target, ...labels.map(one => one.column)].every(
    classes => varianceBetween(classes, column) < least,
  );
}

function areNamesakes(one: Candidate, other: Candidate): boolean {
  return one.stem.join(' ') === other.stem.join(' ');
}

function isLabels(one: Candidate): boolean {
  return isTextLabels(one) || one.facts.integer;
}

/** Named after the target and close to it: `projected_share` beside `actual_share`. */
function isAkin({ evidence, points }: Part): boolean {
  return points > enough + 1 && evidence.some(({ kind, points }) => kind === 'stem' && points > 0);
}

function isVague({ said }: Candidate): boolean {
  return said?.role === 'label' || said?.role === 'target';
}

function isPlain({ column }: Part): boolean {
  return column.said?.role === 'prediction';
}

function isScore({ said }: Candidate): boolean {
  return said?.role === 'score';
}

const maxOthers = 20;

/** So much better a prediction must fit another target to be no prediction of this one. */
const muchBetter = 2.5;

/** A prediction is rather that of another column that is called a target where it fits that one much better. */
function fitsAnother(scene: Scene, target: Candidate, column: Candidate, own: number): boolean {
  return scene.targets
    .slice(0, maxOthers)
    .some(
      one =>
        one !== target &&
        one !== column &&
        (isToldTarget(one) || scene.predicted.has(one)) &&
        pointsOf(valueEvidence(one, column)) >= own + muchBetter,
    );
}
