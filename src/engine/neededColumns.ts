import type { NameRoleId } from '../names/nameRole';
import { roleOfName } from '../names/names';
import type { OutputColumns, Table } from '../readers/table';
import { guessRoles } from '../roles/guess/guessRoles';
import { withOneHotTarget } from '../roles/oneHot';
import { outputsOf } from '../roles/outputs/outputsOf';
import { isFoldName } from '../roles/parts/foldColumn';
import type { ForecastRoles, ModelRoles, Roles } from '../roles/roles';
import type { RoleChoices } from '../shared/roleChoices';

/**
 * Which columns of a large file are worth reading, judged by its first rows. Of a file without roles of its
 * own (a submission, a truth file) all columns are needed to join it.
 */
export function neededOf(preview: Table, choices: RoleChoices, joins: boolean): readonly string[] {
  if (withOneHotTarget(preview) !== preview) return preview.columns.map(({ name }) => name);
  try {
    const roles = guessRoles(preview, choices);
    const keys = joins && roles.id !== null ? [roles.id] : [];
    const scope = (choices.scope ?? []).map(({ column }) => column);
    const outputs = outputColumns(outputsOf(preview, choices).outputs);
    return [...neededColumns(roles), ...outputs, ...keys, ...scope, ...spokenOf(preview)];
  } catch {
    return preview.columns.map(column => column.name);
  }
}

function outputColumns(outputs: readonly OutputColumns[]): string[] {
  return outputs.flatMap(({ target, models, beside }) => [target, ...models.keys(), ...beside]);
}

/** What a column must be read for though the first rows do not show it. */
const telling: ReadonlySet<NameRoleId> = new Set([
  'target',
  'label',
  'prediction',
  'probability',
  'confidence',
  'score',
  'logit',
  'margin',
  'lower',
  'upper',
  'quantile',
  'variance',
  'sigma',
  'weight',
  'split',
  'model',
]);

/** Columns whose names claim a role: the first rows of a sorted file may hold one class, split or model alone. */
function spokenOf({ columns }: Table): string[] {
  const isTelling = (name: string): boolean => {
    if (isFoldName(name)) return true;
    const role = roleOfName(name)?.role;
    return role !== undefined && telling.has(role);
  };
  return shortColumns({ columns }).filter(isTelling);
}

/** The columns that are no long texts. */
export function shortColumns({ columns }: Pick<Table, 'columns'>): string[] {
  return columns.filter(({ kind }) => kind !== 'text').map(({ name }) => name);
}

/** The columns that the figures are computed from; the others of a large file stay unread. */
function neededColumns(roles: Roles): readonly string[] {
  const history = roles.history;
  const wanted = [
    roles.target,
    roles.weight,
    roles.split,
    roles.byModel,
    ...roles.groups,
    ...(roles.forecast === undefined ? [] : forecastColumns(roles.forecast)),
    ...roles.models.flatMap(columnsOfModel),
    history?.x,
    history?.within,
    history?.set,
    history?.run,
    history?.long?.metric,
    history?.long?.value,
    ...(history?.series ?? []),
  ];
  return [...new Set(wanted.filter(name => name !== null && name !== undefined))];
}

function forecastColumns({
  series,
  cutoff,
  horizon,
  time,
}: ForecastRoles): readonly (string | null)[] {
  return [series, cutoff, horizon, time];
}

function columnsOfModel(model: ModelRoles): readonly (string | undefined)[] {
  return [
    model.prediction,
    model.margin,
    model.lower,
    model.upper,
    model.variance,
    model.confidence,
    ...(model.quantiles ?? []).map(({ column }) => column),
    ...(model.probability ?? []),
    ...(model.logits ?? []),
  ];
}
