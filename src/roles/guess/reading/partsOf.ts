import type { NameRoleId } from '../../../names/names';
import { labelsOf } from '../../labels';
import { type Candidate, isCounter, isNumeric, isTextLabels, isTwoLabels } from '../candidate';
import { correlation } from '../likeness';
import { classGroupsOf } from '../models/classColumns';
import { medians } from '../models/regressors';
import { chosenColumns, named } from '../survey';
import { type Evidence, enough, pointsOf } from './evidence';
import { isBare, isFeatureName, modelNamePoints, targetNamePoints } from './nameEvidence';
import type { Part } from './reading';
import type { Scene } from './scene';
import { valueEvidence } from './valueEvidence';

/** The columns that hold predictions of the target by what their names and values say together. */
export function partsOf(scene: Scene, target: Candidate): Part[] {
  const chosen = chosenColumns(scene.survey.choices);
  if (chosen.length > 0) return chosenParts(scene, target, chosen);
  const own = ownParts(scene, target);
  if (own.length > 0 || !isTold(scene, target)) return own;
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
  const told = parts.filter(({ column }) => !isBare(column) && !isVague(column));
  const isNamed = told.some(({ column }) => scene.named.has(column) && !isScore(column));
  const vague = parts.filter(({ column }) => isVague(column) && !told.some(isPlain));
  const bare = parts.filter(({ column }) => isBare(column));
  const akin = told.some(isPlain) ? [] : bare.filter(isAkin);
  const others = bareParts(scene, target, bare, [...told, ...akin], isNamed);
  const kept = new Set([...told, ...vague, ...akin, ...others]);
  return parts.filter(part => kept.has(part));
}

/** undefined for a column that is no prediction of this target. */
function partOf(scene: Scene, target: Candidate, column: Candidate): Part | undefined {
  const owner = scene.ownerOf(column);
  if (!canTakePart(target, column) || (owner !== undefined && owner !== target)) return undefined;
  const values = valueEvidence(target, column);
  if (owner === undefined && fitsAnother(scene, target, column, pointsOf(values))) return undefined;
  const isNamesake = owner === target || areBothPlain(target, column);
  const evidence: Evidence[] = [
    { kind: 'name', points: modelNamePoints(column) },
    { kind: 'stem', points: isNamesake ? 1.5 : 0 },
    ...values,
  ];
  const points = pointsOf(evidence);
  return points >= (isBare(column) ? 0 : enough) ? { column, evidence, points } : undefined;
}

function canTakePart(target: Candidate, column: Candidate): boolean {
  if (column === target || (isBare(column) && isCounter(column))) return false;
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

function isToldTarget({ said }: Candidate): boolean {
  return said?.role === 'target' && said.strength > 1;
}

const counts: ReadonlySet<NameRoleId> = new Set(['group']);

/**
 * Columns without a telling name: the classes of the target under any name; numbers only where nothing calls
 * itself a prediction, and all that are left go with the target or with the models beside them.
 */
function bareParts(
  scene: Scene,
  target: Candidate,
  bare: readonly Part[],
  told: readonly Part[],
  isNamed: boolean,
): readonly Part[] {
  const labels = bare.filter(({ column, points }) => isTextLabels(column) && points >= enough);
  const manyClasses = target.facts.labels.size > 2;
  if (isTextLabels(target)) return isNamed && !manyClasses ? [] : labels;
  if (isNamed) return [];
  if (medians(scene.survey).length > 0) return [];
  const numbers = bare.filter(({ column }) => isNumeric(column));
  const close = numbers.filter(({ column }) => isClose(target, column));
  const taken = new Set(told.map(({ column }) => column));
  const rest = scene.columns.filter(
    one =>
      one !== target &&
      !taken.has(one) &&
      isOpen(one) &&
      !isCounter(one) &&
      (isNumeric(one) || isTextLabels(one)),
  );
  const areAll = numbers.length === rest.length && numbers.length > 0;
  if (told.length > 0) return [...labels, ...(areAll ? numbers : close)];
  if (!areAll || numbers.some(({ column }) => isFeatureName(column.name))) return labels;
  const isPair = numbers.length === 1 && isNumberPair(target, numbers[0]!.column);
  return isPair || close.length === numbers.length ? [...labels, ...numbers] : labels;
}

function isOpen({ said }: Candidate): boolean {
  return said === null || counts.has(said.role);
}

/** Moves with the target or, where classes have no order, names its class more often than not. */
function isClose(target: Candidate, one: Candidate): boolean {
  return correlation(target, one) > 0.5;
}

/** Beside 0 and 1 a lone column of other values is as likely a feature. */
function isNumberPair(target: Candidate, one: Candidate): boolean {
  return !isTwoLabels(target) || one.facts.unitShare === 1;
}
