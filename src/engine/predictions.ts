import type { ModelSamples } from '../core/samples/modelSamples';
import { modelSamplesOf } from '../core/samples/modelSamplesOf';
import { ReadError } from '../readers/readError';
import type { Table } from '../readers/table';
import { featuresOf } from '../roles/features/featuresOf';
import { oddCells } from '../roles/oddCells';
import { foldColumn } from '../roles/parts/foldColumn';
import type { Roles } from '../roles/roles';
import { toSamples } from '../roles/toSamples';
import type { Skipped } from '../shared/lossReport';
import type { Parameters } from '../shared/metricId';
import type { SliceCondition } from '../shared/sliceReport';
import { listed, plural } from '../shared/text';
import type { Predictions } from './interpretation';
import { withOwnColumns } from './ownColumns';
import { scoped } from './scoped';

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

/** The samples of every model under the roles. Throws a ReadError when there are none. */
export function predictions(
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
    data: {
      models: withOwnColumns(own, table, parameters),
      samples,
      parameters,
      lineOf: table.lineOf,
      features,
    },
    ...(scope && { scope }),
    ...(fold && { fold }),
    skipped,
    notes: [...joinNotes, ...roles.notes, ...notes, ...oddCells(table, roles)],
  };
}
