import type { LabelColumn, NumberColumn } from '../../core/samples/samples';
import { ReadError } from '../../readers/readError';
import { type Column, columnNamed, type Table } from '../../readers/table';
import { labelsOf } from '../labels';
import type { ModelRoles } from '../roles';

/** The column of that name; throws a ReadError without one. */
export function needed(table: Table, name: string): Column {
  const column = columnNamed(table, name);
  if (column !== undefined) return column;
  throw new ReadError({ source: table.name }, `there is no column "${name}"`);
}

export function numberColumn(table: Table, name: string): NumberColumn {
  const { numbers, bounds, invalid } = needed(table, name);
  return {
    name,
    values: numbers,
    ...(bounds === undefined ? {} : { bounds }),
    ...(invalid.size === 0 ? {} : { invalid }),
  };
}

export function labelColumn(table: Table, name: string): LabelColumn {
  return { name, ...labelsOf(needed(table, name)) };
}

/** The predicted variance: the column itself, or the square of a standard deviation. */
export function varianceColumn(table: Table, model: ModelRoles): NumberColumn {
  const column = numberColumn(table, model.variance!);
  if (model.varianceIsSigma !== true) return column;
  const { bounds: _, ...sigmas } = column;
  return { ...sigmas, values: column.values.map(sigma => sigma * sigma) };
}
