import { UnmatchedError } from '../../readers/readError';
import type { Column, Table } from '../../readers/table';
import type { RoleChoices } from '../../shared/roleChoices';
import { listed } from '../../shared/text';
import { NoTargetError } from '../guess/noTargetError';
import { besideForecasts } from './besideForecasts';
import { byNames } from './byNames';
import { columnsToJoin, type JoinPlan } from './columnsToJoin';
import { type FileSide, fileSide } from './fileSide';
import { foldOneHot } from './foldOneHot';
import { gather, renamed } from './gather';
import { matchNotes } from './matchNotes';
import { matchRows, type RowMatch } from './matchRows';
import { pairsByOrder } from './pairsByOrder';
import { pickTruth, type Truth, toldByFileNames } from './pickTruth';
import { checkTargets } from './sameTarget';
import { targetColumn } from './targetColumn';

export interface JoinResult {
  /** Rows and lines of the first file, with the columns of the others beside them. */
  readonly table: Table;
  readonly notes: readonly string[];
}

/**
 * Makes one table of several prediction files: the target of one with the predictions of the others, or the
 * predictions of files that share a target. Rows go by a common id, else by their order. Throws a RequestError
 * when no file has a target or rows cannot be matched. Linear in the number of rows.
 */
export function joinTables(tables: readonly Table[], choices: RoleChoices): JoinResult {
  const [only] = tables;
  if (only !== undefined && tables.length === 1) return { table: only, notes: [] };
  const folded = choices.target === undefined ? foldOneHot(tables) : tables;
  const own = pairsByOrder(folded.map(table => fileSide(table, choices)));
  const told = toldByFileNames(besideForecasts(own));
  const { sides, notes } = byNames(told);
  const truth = pickTruth(sides);
  if (truth === null) throw new NoTargetError({ source: tables[0]!.name }, nowhere(tables), true);
  const matches = sides.map((other, i) => (i === 0 ? null : matched(sides[0]!, other)));
  const free = sides.map((side, i) => withoutKeys(side, keysIn(matches, i)));
  const result = joined(free, matches, { ...truth, file: free[sides.indexOf(truth.file)]! });
  return { ...result, notes: [...result.notes, ...notes] };
}

/** Columns of a file that its rows were matched by. */
function keysIn(matches: readonly (RowMatch | null)[], file: number): readonly string[] {
  if (file === 0) return matches.flatMap(match => match?.keys.map(([name]) => name) ?? []);
  return matches[file]?.keys.map(([, name]) => name) ?? [];
}

/** Where names do not tell what is a value, what rows are matched by is none. */
function withoutKeys(side: FileSide, keys: readonly string[]): FileSide {
  const predictions = side.predictions.filter(name => !keys.includes(name));
  return side.named || predictions.length === 0 ? side : { ...side, predictions };
}

function offered({ predictions, classProbabilities }: JoinPlan): RoleChoices {
  return {
    ...(predictions.length > 0 ? { predictions } : {}),
    ...(Object.keys(classProbabilities).length > 0 ? { classProbabilities } : {}),
  };
}

function nowhere(tables: readonly Table[]): string {
  const names = listed(tables.map(({ name }) => name));
  return `no target was found in ${names}; one of the files needs the true values`;
}

function matched(first: FileSide, other: FileSide): RowMatch {
  const match = matchRows(first, other);
  if (match !== null) return match;
  const [a, b] = [first.table, other.table];
  throw new UnmatchedError(
    { source: b.name },
    `it has ${b.rows} rows, ${a.name} has ${a.rows}, and no column in common holds the same ids, ` +
      'so their rows cannot be matched',
  );
}

function joined(
  sides: readonly FileSide[],
  matches: readonly (RowMatch | null)[],
  truth: Truth,
): JoinResult {
  const first = sides[0]!.table;
  const rowsOf = (column: Column, name: string, i: number) =>
    matches[i] === null ? renamed(column, name) : gather(column, name, matches[i]!.rows);
  const plan = columnsToJoin(sides, truth.file);
  const columns = plan.columns.map(({ column, name, file }) => rowsOf(column, name, file));
  const target =
    plan.outputs === undefined
      ? targetColumn(columns, plan, truth)
      : { name: truth.file.target!, notes: [] };
  const table: Table = {
    name: sides.map(({ table }) => table.name).join(' + '),
    format: first.format,
    bytes: sides.reduce((sum, { table }) => sum + table.bytes, 0),
    rows: first.rows,
    columns,
    lineOf: first.lineOf,
    problems: sides.flatMap(({ table }) => table.problems),
    known: {
      target: target.name,
      ignored: plan.ignored,
      ...(plan.named || !plan.offered ? {} : offered(plan)),
    },
    modelNames: plan.modelNames,
    ...(plan.outputs && { outputs: plan.outputs }),
  };
  const differences = checkTargets(sides, matches, truth.file);
  const notes = [...matchNotes(sides, matches), ...target.notes, ...differences, ...plan.notes];
  return { table, notes };
}
