import { roleOfName } from '../../names/names';
import { ReadError } from '../../readers/readError';
import type { Table } from '../../readers/table';
import { own } from '../../shared/own';
import type { RoleChoices } from '../../shared/roleChoices';
import { guessHistory, isChartExport } from '../history/guessHistory';
import { matrixColumn } from '../matrices';
import type { HistoryRoles, ModelRoles, Roles } from '../roles';
import type { Candidate } from './candidate';
import { checkChoices } from './checkChoices';
import { doubtOf } from './doubt';
import type { Draft } from './draft';
import { errorColumnsOf, errorsReason } from './errorColumns';
import { extrasOf } from './extras';
import { forecastRolesOf } from './forecastRoles';
import { leftOutNotes, otherTargets } from './leftOut';
import { classifiersOf } from './models/classifiers';
import { distinct } from './models/modelName';
import { regressorsOf } from './models/regressors';
import { nothingFound } from './nothingFound';
import { otherContent } from './otherContent';
import { pickTask } from './pickTask';
import { reasonOf } from './reason';
import { type Survey, surveyOf } from './survey';
import { pickTarget } from './target/pickTarget';
import type { TargetPick } from './target/targetPick';
import { targetNotes } from './targetNotes';
import { usedColumns } from './usedColumns';

/**
 * What each column is for, by names and values; choices overrule the guess. Throws a ReadError when a chosen
 * column does not exist or nothing can be inspected, a NoTargetError when the true values may be elsewhere.
 */
export function guessRoles(table: Table, choices: RoleChoices): Roles {
  const wanted: RoleChoices = { ...table.known, ...choices };
  checkChoices(table, wanted);
  if (choices.target === undefined && isConfusion(table)) {
    throw new ReadError(
      { source: table.name },
      'this is a confusion matrix; losses need the rows that were counted in it',
    );
  }
  const survey = surveyOf(table, wanted);
  const pick = wanted.task === 'errors' || wanted.task === 'training' ? null : pickTarget(survey);
  const history = historyOf(survey, pick);
  if (history !== null) return trainingRoles(table, history);
  const columns = pick?.columns ?? [];
  refuseOther(survey, pick);
  if (pick === null || columns.length === 0) return withoutPair(survey, pick);
  return pairRoles(survey, pick, columns);
}

/** Where no name tells a target, what the table is about goes before what its values look like. */
function refuseOther(survey: Survey, pick: TargetPick | null): void {
  const isSpoken = pick !== null && pick.how !== 'rest' && pick.how !== 'first';
  const other = isSpoken ? undefined : otherContent(survey);
  if (other !== undefined) throw new ReadError({ source: survey.table.name }, other);
}

/** True when the rows are called as the columns are, in their order, or when all is one square of counts. */
function isConfusion(table: Table): boolean {
  const {
    columns: [first, ...classes],
    rows,
  } = table;
  if (isSquareOfCounts(table)) return true;
  return (
    rows > 1 &&
    rows === classes.length &&
    classes.every(({ name }, row) => first!.textOf(row).trim() === name.trim())
  );
}

/** As many rows as columns, all of one array whose name says nothing, and nothing but counts. */
function isSquareOfCounts({ columns, rows }: Table): boolean {
  if (rows < 2 || columns.length !== rows) return false;
  const [base] = columns.map(({ name }) => matrixColumn(name)?.matrix);
  if (base === undefined || roleOfName(base) !== null) return false;
  return columns.every(
    ({ name, numbers }) =>
      matrixColumn(name)?.matrix === base &&
      numbers.every(value => Number.isInteger(value) && value >= 0),
  );
}

/** A history unless the columns name both a target and its prediction. */
function historyOf(
  { table, choices, candidates }: Survey,
  pick: TargetPick | null,
): HistoryRoles | null {
  if (choices.task !== undefined && choices.task !== 'training') return null;
  const isPair =
    pick !== null &&
    (['choice', 'join', 'beside'].includes(pick.how) || pick.target.said?.strength === 3);
  const isOpen = choices.task === undefined && table.history !== true;
  if (isPair && isOpen && !isChartExport(table)) return null;
  if (choices.task === undefined && holdsSignedErrors(candidates)) return null;
  const history = guessHistory(table);
  if (history === null && choices.task === 'training') {
    throw new ReadError(
      { source: table.name },
      'no column looks like a curve of a training history',
    );
  }
  return history;
}

/** A measure of errors is never below 0, the errors themselves are. */
function holdsSignedErrors(candidates: readonly Candidate[]): boolean {
  return candidates.some(
    ({ said, facts, column }) =>
      said?.role === 'error' && said.stem === '' && column.kind === 'number' && facts.min < 0,
  );
}

function trainingRoles(table: Table, history: HistoryRoles): Roles {
  const used = new Set([history.x, history.run, ...history.series]);
  return {
    ...noExtras,
    task: 'training',
    target: null,
    models: [],
    positive: null,
    classes: null,
    ignored:
      history.long === null
        ? table.columns.map(one => one.name).filter(name => !used.has(name))
        : [],
    history,
    reason: 'The columns are the curves of a training history because of their names.',
    notes: [],
    doubt: null,
  };
}

const noExtras = { weight: null, split: null, id: null, groups: [] } as const;

/** Errors that are there already, else the sentence that says what is missing. */
function withoutPair(survey: Survey, pick: TargetPick | null): Roles {
  const errors = errorColumnsOf(survey);
  if (errors !== null) return rolesOf(survey, null, errors, errorsReason(errors.models), null);
  throw nothingFound(survey, pick);
}

/** With more different values than these a target has classes only where they come again. */
const maxClasses = 10_000;
const mostDifferent = 0.9;

function pairRoles(survey: Survey, pick: TargetPick, columns: readonly Candidate[]): Roles {
  const { family, isOpen } = pickTask(pick.target, columns, survey.choices.task);
  const { labels, rows } = pick.target.facts;
  const areClasses = labels.size <= maxClasses || labels.size <= mostDifferent * rows;
  if (family === 'classification' && !areClasses) {
    const place = { source: survey.table.name, column: pick.target.name };
    throw new ReadError(place, `more than ${maxClasses} different values are no classes`);
  }
  const draftOf = family === 'regression' ? regressorsOf : classifiersOf;
  const draft = draftOf(survey, pick.target, columns);
  if (draft.models.length === 0) throw nothingFound(survey, pick);
  const notes = [
    ...draft.notes,
    ...targetNotes(survey, pick, draft),
    ...leftOutNotes(survey, pick, draft),
  ];
  const reason = reasonOf(pick, draft, survey);
  const others = otherTargets(survey, pick, draft);
  return {
    ...rolesOf(survey, pick, { ...draft, notes }, reason, doubtOf(pick, draft, isOpen)),
    ...(others.length === 0 ? {} : { otherTargets: others }),
  };
}

function rolesOf(
  survey: Survey,
  pick: TargetPick | null,
  draft: Draft,
  reason: string,
  doubt: Roles['doubt'],
): Roles {
  const used = usedColumns(pick?.target.name ?? null, draft.models);
  const extras = extrasOf(survey, used);
  const { weight, split, id, byModel } = extras;
  const forecast = draft.task === 'regression' ? forecastRolesOf(survey, used) : undefined;
  for (const name of [weight, split, id, byModel, ...extras.groups]) {
    if (name !== null && name !== undefined) used.add(name);
  }
  return {
    ...extras,
    ...(forecast && { forecast }),
    task: draft.task,
    target: pick?.target.name ?? null,
    ...unlabelledIn(survey, pick, draft),
    models: distinct(draft.models.map(model => renamed(model, survey.table))),
    positive: draft.positive,
    classes: draft.classes,
    ignored: survey.table.columns.map(({ name }) => name).filter(name => !used.has(name)),
    history: null,
    reason,
    notes: draft.notes,
    doubt,
  };
}

/** Numbers that are no classes are values like any other. */
function unlabelledIn(
  { marks }: Survey,
  pick: TargetPick | null,
  { task }: Draft,
): Pick<Roles, 'unlabelled'> {
  const mark = pick === null || task === 'regression' ? undefined : marks.get(pick.target.name);
  return mark === undefined ? {} : { unlabelled: mark };
}

/** The name that a joined table gives the model of this column. */
function renamed(model: ModelRoles, { modelNames }: Table): ModelRoles {
  const main = model.prediction ?? model.probability?.[0] ?? model.logits?.[0] ?? model.margin;
  const name = main === undefined ? undefined : own(modelNames, main);
  return name === undefined ? model : { ...model, name };
}
