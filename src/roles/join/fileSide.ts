import { fileStem } from '../../names/fileStem';
import { roleOfName } from '../../names/names';
import { ReadError } from '../../readers/readError';
import type { Table } from '../../readers/table';
import type { RoleChoices } from '../../shared/roleChoices';
import { type Candidate, isNumeric, isTextLabels } from '../guess/candidate';
import { guessRoles } from '../guess/guessRoles';
import { medians } from '../guess/models/regressors';
import { namedPredictions } from '../guess/namedPredictions';
import { type Survey, surveyOf } from '../guess/survey';
import { pickTarget } from '../guess/target/pickTarget';
import { usedColumns } from '../guess/usedColumns';

/** What one of several files has to offer. */
export interface FileSide {
  readonly table: Table;
  readonly survey: Survey;
  readonly side: 'pair' | 'target' | 'predictions' | 'unknown';
  readonly target: string | null;
  /** How plainly the target is named; 0 without one. */
  readonly strength: number;
  /** Columns of predictions, probabilities, bounds. */
  readonly predictions: readonly string[];
  /** The same, but for columns that say what they are by their names. */
  readonly named: boolean;
  /** Columns that the files call alike, each an output: of the true values here, or predicted here. */
  readonly outputs?: readonly string[];
}

export function fileSide(table: Table, choices: RoleChoices): FileSide {
  const own = choicesIn(table, choices);
  const survey = surveyOf(table, { ...table.known, ...own });
  const roles = rolesIfAny(table, own);
  const base = { table, survey };
  if (roles !== null && roles.task !== 'errors' && roles.target !== null) {
    const predictions = [...usedColumns(roles.target, roles.models)].filter(
      name => name !== roles.target,
    );
    return { ...base, side: 'pair', target: roles.target, strength: 3, predictions, named: true };
  }
  const predictions = companions(survey);
  if (predictions.length > 0) {
    return { ...base, side: 'predictions', target: null, strength: 0, predictions, named: true };
  }
  return withoutPredictions(survey);
}

function rolesIfAny(table: Table, choices: RoleChoices): ReturnType<typeof guessRoles> | null {
  try {
    const roles = guessRoles(table, choices);
    return roles.task === 'training' ? null : roles;
  } catch (error) {
    if (error instanceof ReadError) return null;
    throw error;
  }
}

/** The choices that speak of columns of this table. */
function choicesIn(table: Table, choices: RoleChoices): RoleChoices {
  const names = new Set(table.columns.map(({ name }) => name));
  const kept = Object.entries(choices).flatMap(([role, value]) => {
    if (role === 'task' || role === 'positive') return [[role, value]];
    if (typeof value === 'string') return names.has(value) ? [[role, value]] : [];
    if (!Array.isArray(value)) return value === null ? [[role, value]] : [];
    const own = value.filter(name => names.has(name));
    return own.length > 0 ? [[role, own]] : [];
  });
  return Object.fromEntries(kept);
}

const besides: ReadonlySet<string> = new Set(['lower', 'upper', 'quantile', 'sigma', 'variance']);

/** Columns that name themselves predictions or medians, with their bounds and spreads. */
function companions(survey: Survey): string[] {
  const plain = namedPredictions(survey).filter(one => one.said!.role !== 'score');
  const chosen = survey.choices.predictions ?? survey.choices.probabilities ?? [];
  if (plain.length === 0 && chosen.length === 0 && medians(survey).length === 0) return [];
  const own = survey.candidates.filter(
    one => plain.includes(one) || chosen.includes(one.name) || besides.has(one.said?.role ?? ''),
  );
  return own.map(({ name }) => name);
}

/** A file that holds the target, by the name of a column or of the file, or one that does not say. */
function withoutPredictions(survey: Survey): FileSide {
  const { table } = survey;
  const pick = pickTarget(survey);
  const values = survey.candidates.filter(isValue).map(({ name }) => name);
  const base = { table, survey, predictions: values, named: false };
  const stem = roleOfName(fileStem(table.name));
  if (stem?.role === 'prediction' || stem?.role === 'probability') {
    return { ...base, side: 'predictions', target: null, strength: 0 };
  }
  if (pick !== null && pick.how !== 'first') {
    const strength = pick.how === 'choice' ? 4 : (pick.target.said?.strength ?? 1);
    return { ...base, side: 'target', target: pick.target.name, strength };
  }
  if (stem?.role === 'target' && values.length === 1) {
    return { ...base, side: 'target', target: values[0]!, strength: stem.strength };
  }
  return { ...base, side: 'unknown', target: null, strength: 0 };
}

/** Neither an id nor a date: something that could be a target or a prediction. */
function isValue(one: Candidate): boolean {
  if (!(isNumeric(one) || isTextLabels(one)) || one.column.kind === 'time') return false;
  return !(one.said !== null && ['id', 'index', 'time', 'split'].includes(one.said.role));
}
