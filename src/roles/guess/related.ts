import type { NameRole, NameRoleId } from '../../names/nameRole';
import {
  type Candidate,
  isFraction,
  isNumeric,
  isTextLabels,
  isTwoLabels,
  wordsIn,
} from './candidate';
import { type Difference, differencesIn } from './differences';
import { chanceCorrected, couldPredict, sharesLabels } from './likeness';
import { cutOf } from './models/labelCut';
import { isModelName } from './models/modelWords';
import { digitsOf } from './models/shares';
import { isToldTarget } from './reading/nameEvidence';

/** The candidates with what their values say about each other where their names are silent. */
export function asRelated(candidates: readonly Candidate[]): readonly Candidate[] {
  return withDifferences(withCuts(withModelNames(candidates)));
}

/** `model_answer` beside `answer`, `price_rf` beside `price`: what a model says about that column. */
function withModelNames(candidates: readonly Candidate[]): readonly Candidate[] {
  const byName = new Map(candidates.map(one => [one.words.join(' '), one]));
  return candidates.map(one => {
    if (one.said !== null && !couldBeModels.has(one.said.role)) return one;
    const rest = one.words.filter(word => !isModelName(word));
    const target = rest.length < one.words.length ? byName.get(rest.join(' ')) : undefined;
    const isOther =
      target !== undefined && target !== one && !noTarget.has(target.said?.role ?? '');
    return isOther && couldPredict(target, one) ? withRole(one, 'prediction', rest.join(' ')) : one;
  });
}

const couldBeModels: ReadonlySet<NameRoleId> = new Set(['target', 'label', 'model', 'group']);
const noTarget: ReadonlySet<string> = new Set([
  'prediction',
  'id',
  'index',
  'model',
  'split',
  'time',
]);

/** Fewer rows lie on two sides of a point by chance. */
const fewestRows = 20;
const maxCompared = 20;
/** Labels that are cut from a score have to say more about the target than chance does. */
const leastAgreement = 0.2;

const open: ReadonlySet<NameRoleId> = new Set(['group', 'label', 'score']);

/**
 * Two labels that change exactly where a column of fractions passes a point are what a model says, and the
 * fractions its chances, as long as another column with these labels is left for the target.
 */
function withCuts(candidates: readonly Candidate[]): readonly Candidate[] {
  const labels = candidates.filter(isLabelColumn).slice(0, maxCompared);
  const chances = candidates
    .filter(one => isFraction(one) && isOpenScore(one))
    .slice(0, maxCompared);
  if (labels.length < 2 || chances.length === 0 || candidates.some(isToldTarget)) return candidates;
  const found = new Map<Candidate, NameRoleId>();
  for (const label of labels.filter(({ said }) => said === null || open.has(said.role))) {
    const chance = chances.find(one => isCut(one, label));
    const target = labels.find(one => one !== label && isTargetOf(one, label, chance));
    if (chance === undefined || target === undefined) continue;
    found.set(label, 'prediction');
    if (chance.said === null || open.has(chance.said.role)) found.set(chance, 'probability');
  }
  return candidates.map(one => withRole(one, found.get(one)));
}

function isLabelColumn(one: Candidate): boolean {
  return (isNumeric(one) ? one.facts.integer : isTextLabels(one)) && isTwoLabels(one);
}

const chanceRoles: ReadonlySet<NameRoleId> = new Set([
  'probability',
  'confidence',
  'score',
  'group',
]);

function isOpenScore({ said }: Candidate): boolean {
  return said === null || chanceRoles.has(said.role);
}

function isCut(chance: Candidate, label: Candidate): boolean {
  const [a, b] = label.facts.labels.keys();
  if (label.facts.rows < fewestRows || chance.facts.labels.size < fewestRows / 2) return false;
  return [a, b].some(positive => cutOf(chance, label, positive ?? '') !== undefined);
}

function isTargetOf(one: Candidate, label: Candidate, chance: Candidate | undefined): boolean {
  if (chance === undefined || one.said?.role === 'prediction' || !sharesLabels(one, label))
    return false;
  return !isCut(chance, one) && chanceCorrected(one, label) >= leastAgreement;
}

/** Where nothing calls itself a prediction, one side of a difference is it. */
function withDifferences(candidates: readonly Candidate[]): readonly Candidate[] {
  if (candidates.some(({ said }) => said?.role === 'prediction')) return candidates;
  const [difference] = differencesIn(candidates);
  const prediction = difference === undefined ? undefined : predictionOf(difference);
  if (prediction === undefined) return candidates;
  return candidates.map(one => withRole(one, one === prediction ? 'prediction' : undefined));
}

/**
 * Computed numbers have more digits than measured ones; else what is called a residual is the target less the
 * prediction. Two measured columns and their change are no pair.
 */
function predictionOf({ column, between: [from, less] }: Difference): Candidate | undefined {
  const [own, theirs] = [digitsOf(from), digitsOf(less)];
  if (own !== theirs) return own > theirs ? from : less;
  return column.said?.role === 'residual' ? less : undefined;
}

function withRole(one: Candidate, role: NameRoleId | undefined, stem = one.name): Candidate {
  if (role === undefined) return one;
  const said: NameRole = { role, strength: 2, stem, before: stem, after: '' };
  return { ...one, said, stem: wordsIn(stem) };
}
