import type { PredictionData } from '../core/predictionData';
import type { ModelSamples } from '../core/samples/modelSamples';
import { modelSamplesOf } from '../core/samples/modelSamplesOf';
import type { LabelColumn } from '../core/samples/samples';
import type { History } from '../core/training/history';
import { ReadError, RequestError } from '../readers/readError';
import type { Table } from '../readers/table';
import { featuresOf } from '../roles/features/featuresOf';
import { guessRoles } from '../roles/guess/guessRoles';
import { historiesOf } from '../roles/history/historiesOf';
import { joinTables } from '../roles/join/joinTables';
import { withNamedScores } from '../roles/namedScores';
import { oddCells } from '../roles/oddCells';
import { withOneHotTarget } from '../roles/oneHot';
import { foldColumn } from '../roles/parts/foldColumn';
import type { Roles } from '../roles/roles';
import { toSamples } from '../roles/toSamples';
import type { ReportScope, Skipped, SliceCondition } from '../shared/lossReport';
import { defaultParameters, type Parameters } from '../shared/metricId';
import type { RoleChoices } from '../shared/roleChoices';
import { listed, plural } from '../shared/text';
import { isResult } from '../sums/result/resultTable';
import { scoped } from './scoped';
import { interpretSums, type SumsRead } from './sums/interpretSums';

/** What the tables mean under the roles: predictions to be judged, training runs, or sums of predictions. */
export type Interpretation = Predictions | Training | SumsRead;

export interface Predictions {
  readonly kind: 'predictions';
  readonly table: Table;
  readonly roles: Roles;
  readonly data: PredictionData;
  /** Which rows the report is about, where not all. */
  readonly scope?: ReportScope;
  /** The fold of each row, where the rows come from folds. */
  readonly fold?: LabelColumn;
  readonly skipped: readonly Skipped[];
  readonly notes: readonly string[];
}

export interface Training {
  readonly kind: 'training';
  readonly tables: readonly Table[];
  readonly roles: Roles;
  readonly histories: readonly History[];
  readonly notes: readonly string[];
}

/** Throws a ReadError when the tables hold nothing to inspect or do not belong together. */
export function interpret(
  tables: readonly Table[],
  choices: RoleChoices,
  parameters: Partial<Parameters> = {},
): Interpretation {
  if (tables.some(isResult)) return interpretSums(tables, parameters);
  const guesses = tables.length > 1 ? tables.map(table => historyRoles(table, choices)) : [];
  if (guesses.length > 0 && guesses.every(roles => roles !== null))
    return training(tables, guesses);
  checkKinds(tables, guesses);
  if (tables.length > 1) refuseSamples(tables);
  const joined = tables.length > 1 ? joinTables(tables, choices) : { table: tables[0]!, notes: [] };
  const whole = withNamedScores(joined.table);
  const table = choices.target === undefined ? withOneHotTarget(whole) : whole;
  const roles = guessRoles(table, choices);
  if (roles.history !== null && roles.task === 'training') return training([table], [roles]);
  const set = { ...defaultParameters, ...parameters };
  return predictions(table, joined.notes, roles, set, choices.scope ?? []);
}

/** Histories and predictions in one inspection have nothing to say about each other. */
function checkKinds(tables: readonly Table[], guesses: readonly (Roles | null)[]): void {
  const at = guesses.findIndex(roles => roles !== null);
  if (at < 0) return;
  const other = tables.find((_, i) => guesses[i] === null)!;
  throw new RequestError(
    { source: tables[at]!.name },
    `this is a training history and ${other.name} is not, so the two cannot be shown together`,
  );
}

/** Two samples hold different rows, or leave out what a join would miss. */
function refuseSamples(tables: readonly Table[]): void {
  const sample = tables.find(table => table.sampled !== undefined);
  if (sample === undefined) return;
  throw new RequestError(
    { source: sample.name },
    'its columns do not fit into the memory budget, so its rows cannot be joined with those of other files',
  );
}

/** The roles of a table that is a training history, null for any other. */
function historyRoles(table: Table, choices: RoleChoices): Roles | null {
  try {
    const roles = guessRoles(table, choices);
    return roles.task === 'training' ? roles : null;
  } catch {
    return null;
  }
}

function training(tables: readonly Table[], roles: readonly Roles[]): Training {
  const { histories, notes } = historiesOf(
    tables,
    roles.map(one => one.history!),
  );
  return {
    kind: 'training',
    tables,
    roles: roles[0]!,
    histories,
    notes: [...roles.flatMap(one => one.notes), ...notes],
  };
}

function noUsableRows({ name, rows }: Table, skipped: readonly Skipped[]): ReadError {
  const reasons = [...new Set(skipped.map(({ reason }) => reason))];
  const why = reasons.length === 0 ? '' : `: ${listed(reasons)}`;
  return new ReadError({ source: name }, `none of the ${plural(rows, 'row')} can be used${why}`);
}

function hasTooMuchWeight({ weight }: ModelSamples): boolean {
  return weight !== undefined && !Number.isFinite(weight.reduce((sum, w) => sum + w, 0));
}

function tooMuchWeight({ name }: Table, { weight }: Roles): ReadError {
  const place = { source: name, ...(weight === null ? {} : { column: weight }) };
  return new ReadError(place, 'the weights add up to more than a number can hold');
}

function predictions(
  table: Table,
  joinNotes: readonly string[],
  roles: Roles,
  parameters: Parameters,
  where: readonly SliceCondition[],
): Predictions {
  const samples = toSamples(table, roles);
  const { models, skipped, notes } = modelSamplesOf(samples);
  if (models.every(({ n }) => n === 0)) throw noUsableRows(table, skipped);
  if (models.some(hasTooMuchWeight)) throw tooMuchWeight(table, roles);
  const forecast = samples.task === 'regression' ? samples.forecast : undefined;
  const features = featuresOf(table, roles, forecast);
  const { models: own, scope } = scoped(table.name, models, features, where);
  // The mean over folds is of all rows: a scope may hold a part of each.
  const fold = scope === undefined ? foldColumn(table, roles) : undefined;
  return {
    kind: 'predictions',
    table,
    roles,
    data: { models: own, samples, parameters, lineOf: table.lineOf, features },
    ...(scope && { scope }),
    ...(fold && { fold }),
    skipped,
    notes: [...joinNotes, ...roles.notes, ...notes, ...oddCells(table, roles)],
  };
}
