import type { NameRoleId } from '../../names/nameRole';
import { meaningOf } from '../../names/words';
import { listed } from '../../shared/text';
import type { Candidate } from './candidate';
import { isFraction, isNumeric, isTextLabels, isTwoLabels } from './candidate';
import type { Draft } from './draft';
import { correlation, sharesLabels } from './likeness';
import { areComplements } from './models/complements';
import { namedPredictions, ownersAmong } from './namedPredictions';
import { concordance, outright } from './reading/concordance';
import { chosenColumns, type Survey } from './survey';
import type { TargetPick } from './target/targetPick';
import { usedColumns } from './usedColumns';

const maxNames = 3;

/**
 * What looks like a target, a prediction or a chance and takes no part in the reading, so that nobody thinks
 * that it was overlooked: one sentence for the other targets, one for the predictions that fit none.
 */
export function leftOutNotes(survey: Survey, pick: TargetPick, draft: Draft): string[] {
  if (pick.how === 'first') return [];
  const { used, rivals, ownerOf, predictions, byRival } = othersOf(survey, pick, draft);
  const told = draft.notes.join(' ');
  const taking = survey.candidates.filter(({ name }) => used.has(name));
  const taken = new Set(chosenColumns(survey.choices).length > 0 ? predictions : pick.columns);
  const strangers = predictions.filter(
    one =>
      !taken.has(one) &&
      looksLikeOne(pick.target, one) &&
      !isOf(rivals, ownerOf(one)) &&
      !taking.some(other => areComplements(one, other)) &&
      !told.includes(`"${one.name}"`),
  );
  const isUntold = (one: Candidate): boolean =>
    !used.has(one.name) &&
    !rivals.some(({ name }) => name === one.name) &&
    !taking.some(other => areComplements(one, other)) &&
    !told.includes(`"${one.name}"`);
  const rest = [...pick.columns, ...secondLabels(survey, pick.target)].filter(isUntold);
  const silent = silentModels(survey, pick.target, taking).filter(
    one => isUntold(one) && !rest.includes(one),
  );
  return [
    ...rivalNote(pick.target, rivals, byRival),
    ...strangerNote(strangers, pick.target),
    ...restNote([...new Set(rest)]),
    ...silentNote(silent),
  ];
}

/** So close to the predictions a column moves that is easily one of them. */
const nearlyTheSame = 0.95;
/** So many are compared with each other. */
const maxCompared = 40;
const summaries: ReadonlySet<string> = new Set(['summary', 'derived']);

/** Numbers whose names claim nothing and that are called like an average of models, or move with the predictions. */
function silentModels(
  { candidates }: Survey,
  target: Candidate,
  taking: readonly Candidate[],
): readonly Candidate[] {
  const models = taking.filter(one => one !== target && isNumeric(one)).slice(0, maxCompared);
  return candidates
    .filter(one => isNumeric(one) && !one.facts.integer && isUnclaimed(one))
    .slice(0, maxCompared)
    .filter(
      one =>
        !taking.includes(one) &&
        (isSummaryName(one) || models.some(model => correlation(one, model) > nearlyTheSame)),
    );
}

function isUnclaimed({ said }: Candidate): boolean {
  return said === null || (said.role === 'derived' && said.strength === 1);
}

/** `mean`, `rank_avg`, `median`: nothing but words for what several numbers are made into. */
function isSummaryName({ words }: Candidate): boolean {
  return words.length > 0 && words.every(word => summaries.has(meaningOf(word)?.sense ?? ''));
}

function silentNote(columns: readonly Candidate[]): string[] {
  if (columns.length === 0) return [];
  const [is, it, its] =
    columns.length === 1 ? ['is', 'it', 'its name does'] : ['are', 'them', 'their names do'];
  return [
    `${counted(columns.map(({ name }) => `"${name}"`))} ${is} left out: ${its} not say that ${
      columns.length === 1 ? 'it is a prediction' : 'they are predictions'
    }; choose ${it} to see the losses.`,
  ];
}

/** Further targets that have a prediction of their own. */
export function otherTargets(survey: Survey, pick: TargetPick, draft: Draft): readonly string[] {
  if (pick.how === 'first') return [];
  return [...othersOf(survey, pick, draft).byRival.keys()].map(({ name }) => name);
}

/** What is left of targets and predictions, and the first prediction of each further target. */
function othersOf(survey: Survey, pick: TargetPick, draft: Draft) {
  const used = usedColumns(pick.target.name, draft.models);
  const rivals = pick.rivals.filter(({ name }) => !used.has(name));
  const ownerOf = ownersAmong([pick.target, ...rivals]);
  const predictions = namedPredictions(survey).filter(({ name }) => !used.has(name));
  const byRival = new Map<Candidate, Candidate>();
  for (const one of predictions) {
    const owner = ownerOf(one);
    if (owner !== undefined && owner !== pick.target && !byRival.has(owner))
      byRival.set(owner, one);
  }
  for (const rival of rivals.filter(one => !byRival.has(one)).slice(0, maxRivals)) {
    const partner = survey.candidates.find(
      one => one !== rival && isFree(one, used, rivals) && concordance(rival, one) >= outright,
    );
    if (partner !== undefined) byRival.set(rival, partner);
  }
  return { used, rivals, ownerOf, predictions, byRival };
}

const maxRivals = 20;

/** `response` beside `reference`: no name says prediction, the values do. */
function isFree(one: Candidate, used: ReadonlySet<string>, rivals: readonly Candidate[]): boolean {
  return !used.has(one.name) && !rivals.includes(one) && one.said?.strength !== 3;
}

/** A further column of labels of the target's classes, which is neither the target nor a prediction. */
function secondLabels({ candidates }: Survey, target: Candidate): readonly Candidate[] {
  return candidates.filter(
    one =>
      one !== target &&
      (one.said?.role === 'label' || one.said?.role === 'target') &&
      (isTextLabels(one) || isNumeric(one)) &&
      sharesLabels(target, one),
  );
}

function isOf(rivals: readonly Candidate[], owner: Candidate | undefined): boolean {
  return owner !== undefined && rivals.includes(owner);
}

const plain: ReadonlySet<NameRoleId> = new Set(['prediction', 'probability', 'logit', 'margin']);

/** A column called `credit_score` is a feature as a rule, a chance beside two classes hardly. */
function looksLikeOne(target: Candidate, one: Candidate): boolean {
  const { role, strength } = one.said!;
  if (!isNumeric(one) && one.column.kind === 'empty') return false;
  return (plain.has(role) && strength > 1) || (isTwoLabels(target) && isFraction(one));
}

function rivalNote(
  target: Candidate,
  rivals: readonly Candidate[],
  own: ReadonlyMap<Candidate, Candidate>,
): string[] {
  if (rivals.length === 0) return [];
  const names = rivals.map(rival => {
    const prediction = own.get(rival);
    return prediction === undefined
      ? `"${rival.name}"`
      : `"${rival.name}" with "${prediction.name}"`;
  });
  const [are, them] =
    rivals.length === 1 ? ['is another target', 'it'] : ['are other targets', 'one'];
  const isLabels = [...own.keys(), target].every(isHot) && own.size > 0;
  const several = isLabels ? ' A row may have several labels at once (multi-label).' : '';
  return [`${counted(names)} ${are}, not shown here; choose ${them} to see its losses.${several}`];
}

/** 0 and 1 alone. */
function isHot({ facts }: Candidate): boolean {
  return facts.integer && facts.min === 0 && facts.max === 1;
}

function strangerNote(columns: readonly Candidate[], target: Candidate): string[] {
  if (columns.length === 0) return [];
  const names = columns.map(({ name }) => `"${name}"`);
  const why = columns.length === 1 ? 'its values do not go with' : 'their values do not go with';
  return [`${counted(names)} left out: ${why} "${target.name}".`];
}

/** Scores that have no place beside labels and chances, second labels. */
function restNote(columns: readonly Candidate[]): string[] {
  if (columns.length === 0) return [];
  const names = columns.map(({ name }) => `"${name}"`);
  const [is, it] = columns.length === 1 ? ['is', 'it'] : ['are', 'them'];
  return [
    `${counted(names)} ${is} left out: a model has one column of labels and one kind of scores; choose ${it} to see the losses.`,
  ];
}

/** Up to three names and how many more. */
function counted(names: readonly string[]): string {
  const shown = names.slice(0, maxNames);
  const more = names.length - shown.length;
  return listed(more > 0 ? [...shown, `${more} more`] : shown);
}
