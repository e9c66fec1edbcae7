import {
  type Candidate,
  isCounter,
  isFraction,
  isNumeric,
  isTextLabels,
  isTwoLabels,
} from '../candidate';
import { correlation, sameScale, sharesLabels } from '../likeness';
import { isModelName } from '../models/modelWords';
import { pointsOf } from './evidence';
import { isBare, sharedWords, targetNamePoints } from './nameEvidence';
import { partsOf } from './partsOf';
import type { Part, Reading, TargetHow } from './reading';
import type { Scene } from './scene';

/**
 * The ways to understand a table as a target and its predictions that are well founded, the best first. A
 * target whose name says nothing is one only where no name says so.
 */
export function readingsOf(scene: Scene): readonly Reading[] {
  const readings = scene.targets
    .map(target => readingOf(scene, target))
    .filter(reading => reading !== undefined)
    .filter(({ isFounded }) => isFounded);
  const spoken = readings.filter(({ how }) => how !== 'rest');
  return (spoken.length > 0 ? spoken : readings).toSorted((a, b) => b.points - a.points);
}

function readingOf(scene: Scene, target: Candidate): Reading | undefined {
  const parts = partsOf(scene, target);
  if (parts.length === 0) return undefined;
  const name = targetNamePoints(target);
  const isPair = scene.predicted.has(target) || (name < 1 && isOtherSide(scene, target, parts));
  const pair = isPair ? 4 : 0;
  const rest = name >= 1 || pair > 0 ? 0 : restPoints(scene, target, parts);
  const points = name + pair + rest + partPoints(parts) - unexplained(scene, target, parts);
  return {
    target,
    how: scene.predicted.has(target) || pair === 0 ? howOf(name, pair, target) : 'difference',
    parts,
    points,
    isFounded: name >= 1 || pair > 0 || rest > 0,
  };
}

/** A column of differences goes from the target to one of its predictions. */
function isOtherSide({ subtracted }: Scene, target: Candidate, parts: readonly Part[]): boolean {
  const between = subtracted.get(target)?.between;
  return between !== undefined && parts.some(({ column }) => between.includes(column));
}

function howOf(name: number, pair: number, { said }: Candidate): TargetHow {
  if (pair > 0 && !(said?.role === 'target' && said.strength === 3)) return 'pair';
  return name >= 1 ? 'name' : 'rest';
}

/** Each further prediction says half as much as the one before it. */
function partPoints(parts: readonly Part[]): number {
  const sorted = parts.map(({ points }) => points).toSorted((a, b) => b - a);
  return sorted.reduce((sum, points, i) => sum + points / 2 ** i, 0);
}

/** A column that calls itself a target or a prediction outright and takes no part. */
const cost = 1.5;

function unexplained(scene: Scene, target: Candidate, parts: readonly Part[]): number {
  const used = new Set([target, ...parts.map(({ column }) => column)]);
  const left = scene.columns.filter(
    one => !used.has(one) && one.said?.strength === 3 && isPlainRole(one),
  );
  const ownerless = left.filter(one => {
    const owner = scene.ownerOf(one);
    return owner === undefined || owner === target;
  });
  return cost * Math.min(4, ownerless.length);
}

function isPlainRole({ said }: Candidate): boolean {
  return said?.role === 'prediction' || said?.role === 'target' || said?.role === 'probability';
}

/** Among more other columns than these the likeliest one is too easily the wrong one. */
const maxFeatures = 2;

/**
 * What speaks for a column whose name says nothing: that it is the only one that could be meant, or that it
 * goes so well with the predictions that hardly anything else can be.
 */
function restPoints(scene: Scene, target: Candidate, parts: readonly Part[]): number {
  const columns = parts.map(({ column }) => column);
  const speaking = parts.filter(({ column }) => !isSilent(column) && !isMereScore(column, target));
  if (!isUnnamed(target) || isModelName(target.name) || speaking.length === 0) return 0;
  if (columns.some(({ name }) => sharedWords(target.name, name) > 0 && isTwoLabels(target)))
    return 3;
  const others = scene.columns.filter(
    one =>
      one !== target &&
      !columns.includes(one) &&
      isBare(one) &&
      !isCounter(one) &&
      isValue(one) &&
      !isNameOfRow(one),
  );
  if (areChancesOfAnother(scene, target, columns)) return 0;
  const fit = Math.max(...speaking.map(part => fitOf(target, part)));
  if (others.length === 0) return fit >= 0 ? 3 : 0;
  if (isAloneWithClasses(target, speaking, others)) return 2;
  return amongOthers(target, speaking, others, fit);
}

/** What is left of that beside other columns that are not spoken for. */
function amongOthers(
  target: Candidate,
  speaking: readonly Part[],
  others: readonly Candidate[],
  fit: number,
): number {
  // A feature with two values beside a chance is easily taken for its target.
  const isTold = !isTwoLabels(target) || speaking.some(part => valuePoints(part) >= surelyTold);
  if (!isTold) return 0;
  const rivals = others.filter(one => couldBe(target, one));
  if (rivals.length === 0 && others.length <= maxFeatures) return fit >= 1 ? 2 : 0;
  return fit >= 4.5 && rivals.length === 0 ? 1 : 0;
}

/** The only column left with the classes that are predicted, most of which occur on both sides. */
function isAloneWithClasses(
  target: Candidate,
  parts: readonly Part[],
  others: readonly Candidate[],
): boolean {
  return parts.some(
    ({ column }) =>
      column.said?.role === 'prediction' &&
      !isFraction(column) &&
      haveSameClasses(target, column) &&
      !others.some(one => sharesLabels(column, one)),
  );
}

function haveSameClasses(target: Candidate, one: Candidate): boolean {
  const areClasses = [target, one].every(
    each => isTextLabels(each) || each.column.kind === 'boolean' || isTwoLabels(each),
  );
  return areClasses && sharesLabels(target, one) && sharesLabels(one, target);
}

/** A chance is no target of other chances where a column of two values goes with them. */
function areChancesOfAnother(
  { columns }: Scene,
  target: Candidate,
  parts: readonly Candidate[],
): boolean {
  if (!isFraction(target)) return false;
  return columns.some(
    one =>
      one !== target &&
      isTwoLabels(one) &&
      isNumeric(one) &&
      one.facts.unitShare === 1 &&
      parts.some(part => part !== one && correlation(one, part) > 0.2),
  );
}

/** Numbers have to be of the same size and to move together before they are taken for a pair. */
const movesAlong = 1.66;

function fitOf(target: Candidate, part: Part): number {
  const fit = valuePoints(part);
  const areNumbers = isNumeric(target) && isNumeric(part.column) && !isTwoLabels(target);
  return areNumbers && !(sameScale(target, part.column) && fit >= movesAlong) ? -1 : fit;
}

/** The points of chances that go well with two values. */
const surelyTold = 2.5;

/** A score tells two classes apart; beside numbers it is one of many measures. */
function isMereScore({ said }: Candidate, target: Candidate): boolean {
  return said?.role === 'score' && !isTwoLabels(target);
}

/** Says by its name neither that it is a prediction nor that it is a model. */
function isSilent(one: Candidate): boolean {
  return isBare(one) || one.said?.role === 'label' || one.said?.role === 'target';
}

function isUnnamed({ said }: Candidate): boolean {
  return said === null || said.role === 'group' || said.role === 'score' || said.role === 'metric';
}

/** Texts that differ from row to row tell rows apart and measure nothing. */
function isNameOfRow(one: Candidate): boolean {
  return isTextLabels(one) && one.facts.labels.size >= 0.9 * one.facts.rows;
}

function isValue(one: Candidate): boolean {
  return isNumeric(one) || isTextLabels(one);
}

/** Another column of the same kind: two values beside two values, numbers beside numbers. */
function couldBe(target: Candidate, one: Candidate): boolean {
  if (isTwoLabels(target)) return isTwoLabels(one);
  return isTextLabels(target) ? isTextLabels(one) : isNumeric(one) && !one.facts.integer;
}

function valuePoints({ evidence }: Part): number {
  return pointsOf(evidence.filter(({ kind }) => kind !== 'name'));
}
