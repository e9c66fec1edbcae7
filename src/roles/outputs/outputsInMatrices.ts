import { roleOfName } from '../../names/names';
import type { Column, OutputColumns, Table } from '../../readers/table';
import { matrices, matrixColumn } from '../matrices';

/** The outputs and what is to be said of those that were left out. */
export interface OutputsFound {
  readonly outputs: readonly OutputColumns[];
  readonly notes: readonly string[];
}

/** An array of rows with the place that each of its columns has in them. */
interface Matrix {
  readonly name: string;
  readonly columns: ReadonlyMap<string, Column>;
}

/**
 * The outputs of a table with an array of rows of true values, `y_true[0]`, `y_true[1]`, and others of what was
 * predicted: each column is predicted by the one at its own place. undefined for any other table.
 */
export function outputsInMatrices(table: Table): OutputsFound | undefined {
  const all = [...matrices(table.columns)].map(([name, columns]) => matrixOf(name, columns));
  const targets = all.filter(({ name, columns }) => columns.size > 1 && says(name, ['target']));
  const [target, ...more] = targets;
  if (target === undefined || more.length > 0) return undefined;
  const predictions = all.filter(({ name }) =>
    says(name, ['prediction', 'probability', 'score', 'logit', 'margin']),
  );
  const outputs = [...target.columns].flatMap(([place, column]) => {
    const own = predictions.flatMap(({ name, columns }) => {
      const found = columns.get(place);
      return found === undefined ? [] : [[found.name, name] as const];
    });
    if (own.length === 0) return [];
    return [{ name: `[${place}]`, target: column.name, models: new Map(own), beside: [] }];
  });
  if (outputs.length < 2) return undefined;
  return { outputs, notes: predictions.flatMap(one => widthNote(target, one)) };
}

function matrixOf(name: string, columns: readonly Column[]): Matrix {
  return { name, columns: new Map(columns.map(one => [matrixColumn(one.name)!.index, one])) };
}

function says(name: string, roles: readonly string[]): boolean {
  return roles.includes(roleOfName(name)?.role ?? '');
}

function widthNote(target: Matrix, one: Matrix): readonly string[] {
  if (one.columns.size === target.columns.size) return [];
  const [wide, narrow] = one.columns.size > target.columns.size ? [one, target] : [target, one];
  return [
    `"${wide.name}" has ${wide.columns.size} columns and "${narrow.name}" has ${narrow.columns.size}: those beyond ` +
      'the shorter one have nothing to be compared with and are left out.',
  ];
}
