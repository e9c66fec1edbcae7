import type { NaiveForecast } from '../../core/forecast/forecastRows';
import type { Feature, LabelFeature } from '../../core/slices/feature';
import type { Features } from '../../core/slices/features';
import type { NameRoleId } from '../../names/nameRole';
import { roleOfName } from '../../names/names';
import { type Column, columnNamed, type Table } from '../../readers/table';
import { usedColumns } from '../guess/usedColumns';
import { labelsOf } from '../labels';
import type { Roles } from '../roles';
import { isDate, momentFeatures } from './momentFeatures';

/** Names that repeat less than this say nothing about groups. */
const leastRepeats = 2;
const leastKinds = 2;

/** What the rows of a table can be grouped by under its roles; worked out when it is asked for. */
export function featuresOf(table: Table, roles: Roles, forecast?: NaiveForecast): Features {
  const taken = new Set<string | null | undefined>([
    ...usedColumns(roles.target, roles.models),
    roles.weight,
    roles.split,
    roles.byModel,
    roles.id === roles.forecast?.series ? undefined : roles.id,
  ]);
  const free = table.columns.filter(({ name }) => !taken.has(name) && !isMade(name));
  const horizon = horizonFeature(forecast, roles);
  const unread = (table.unread ?? []).filter(name => !taken.has(name) && !isMade(name));
  let all: readonly Feature[] | undefined;
  return {
    all: () => {
      all ??= [...horizon, ...free.flatMap(featuresOfColumn)].filter(isVaried);
      return all;
    },
    names: () => {
      const known = free.filter(({ kind }) => kind !== 'empty').map(({ name }) => name);
      const steps = [...horizon.map(({ column }) => column), roles.forecast?.horizon ?? []].flat();
      return [...new Set([...steps, ...known, ...unread])];
    },
    numeric: () => [
      ...free.filter(({ kind }) => kind === 'number').map(({ name }) => name),
      ...unread,
    ],
    horizon: roles.forecast === undefined ? null : (roles.forecast.horizon ?? 'horizon'),
    used: () => [...usedColumns(roles.target, roles.models)],
    of: name => {
      const column = columnNamed(table, name);
      if (column !== undefined) return featuresOfColumn(column);
      return horizon.filter(feature => feature.column === name);
    },
    keys: () => {
      const column = roles.id === null ? undefined : columnNamed(table, roles.id);
      return column && labelsOf(column).codes;
    },
  };
}

/** The steps from the cutoff, where the file has no column of them. */
function horizonFeature(
  forecast: NaiveForecast | undefined,
  { forecast: roles }: Roles,
): Feature[] {
  if (forecast === undefined || roles === undefined || roles.horizon !== null) return [];
  if (roles.cutoff === null) return [];
  return [{ kind: 'number', column: 'horizon', part: null, values: forecast.horizon }];
}

/** What a model or a script has worked out: errors, other predictions, what is derived from them. */
const made: ReadonlySet<NameRoleId> = new Set([
  'error',
  'absError',
  'residual',
  'derived',
  'metric',
  'prediction',
  'probability',
  'confidence',
  'logit',
  'margin',
  'quantile',
  'lower',
  'upper',
  'sigma',
  'variance',
]);

/** Says of itself that it comes from predictions: no cause of them, though it can be asked for. */
function isMade(name: string): boolean {
  const said = roleOfName(name);
  return said !== null && said.strength >= 2 && made.has(said.role);
}

function featuresOfColumn(column: Column): readonly Feature[] {
  const { name, kind, numbers } = column;
  switch (kind) {
    case 'empty':
      return [];
    case 'number':
      return [{ kind: 'number', column: name, part: null, values: numbers }];
    case 'time': {
      const moment = isDate(numbers);
      const own: Feature = {
        kind: 'number',
        column: name,
        part: null,
        values: numbers,
        isTime: moment,
      };
      return moment ? [own, ...momentFeatures(name, numbers)] : [own];
    }
    case 'boolean':
    case 'label':
      return [labelFeature(column)];
    case 'text':
      return [...repeatedTexts(column), lengthFeature(column)];
  }
}

function labelFeature(column: Column): LabelFeature {
  return { kind: 'label', column: column.name, part: null, ...labelsOf(column) };
}

/** Texts that repeat are names; as many texts as rows are not. */
function repeatedTexts(column: Column): readonly Feature[] {
  const feature = labelFeature(column);
  const known = column.numbers.length - column.missing;
  return feature.labels.length * leastRepeats <= known ? [feature] : [];
}

function lengthFeature(column: Column): Feature {
  const values = Float64Array.from(column.numbers, (_, row) => {
    const { length } = column.textOf(row);
    return length === 0 ? Number.NaN : length;
  });
  return { kind: 'number', column: column.name, part: 'length', values };
}

/** False for a column that is the same in all rows. */
function isVaried(feature: Feature): boolean {
  if (feature.kind === 'label') {
    const kinds = feature.labels.length + Number(feature.codes.includes(-1));
    return kinds >= leastKinds;
  }
  const { values } = feature;
  return values.some(x => !Object.is(x, values[0]));
}
