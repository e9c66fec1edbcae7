import type { Beside, BesideColumn } from '../core/explain/beside';
import { roleOfName } from '../names/names';
import type { Predictions } from './interpretation';
import { otherOutputs } from './otherOutputs';

/** Columns of numbers that are kept for the search of a number. */
const maxColumns = 200;

/** The columns of numbers of the table that are neither target, weight, split nor id. */
export function besideColumns({ table, roles, data }: Predictions): Beside {
  const taken = new Set([roles.target, roles.weight, roles.split, roles.id]);
  const columns = table.columns
    .filter(({ name, kind }) => kind === 'number' && !taken.has(name))
    .slice(0, maxColumns)
    .map(({ name, numbers }): BesideColumn => {
      const level = levelOf(name);
      return { name, values: numbers, ...(level === undefined ? {} : { level }) };
    });
  return {
    rows: data.samples.rows,
    columns,
    classOrder: classOrder({ table, roles }),
    outputs: otherOutputs(table, roles),
  };
}

/** By model, the places of its classes in the order in which the table has their columns. */
function classOrder({ table, roles }: Pick<Predictions, 'table' | 'roles'>) {
  const place = new Map(table.columns.map(({ name }, at) => [name, at]));
  const ordered = roles.models.flatMap(({ name, probability }) => {
    if (probability === undefined || probability.length < 3) return [];
    const places = probability.map(column => place.get(column) ?? 0);
    return [[name, [...places.keys()].sort((a, b) => places[a]! - places[b]!)] as const];
  });
  return Object.fromEntries(ordered);
}

/** The share of targets that a column's name promises below it: `q10`, `quantile_0.9`, `p95`, `0.5`. */
function levelOf(name: string): number | undefined {
  const said = roleOfName(name);
  if (said?.role === 'quantile') return said.level;
  const digits = /^(?:p(\d\d)|(0?\.\d+))$/i.exec(name.trim());
  if (digits === null) return undefined;
  return digits[1] === undefined ? Number(digits[2]) : Number(digits[1]) / 100;
}
