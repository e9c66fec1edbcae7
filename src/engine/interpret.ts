import { RequestError } from '../readers/readError';
import type { Table } from '../readers/table';
import { guessRoles } from '../roles/guess/guessRoles';
import { historiesOf } from '../roles/history/historiesOf';
import { joinTables } from '../roles/join/joinTables';
import { withLabelSets } from '../roles/labelSets/withLabelSets';
import { withNamedScores } from '../roles/namedScores';
import { withOneHotTarget } from '../roles/oneHot';
import type { Roles } from '../roles/roles';
import { withOrder } from '../roles/withOrder';
import { defaultParameters, type Parameters } from '../shared/metricId';
import type { RoleChoices } from '../shared/roleChoices';
import { isResult } from '../sums/result/resultTable';
import type { Interpretation, Training } from './interpretation';
import { chosenOutput, severalOutputs } from './outputs/severalOutputs';
import { predictions } from './predictions';
import { interpretSums } from './sums/interpretSums';

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
  const laid = withLabelSets(withNamedScores(joined.table));
  const table = choices.target === undefined ? withOneHotTarget(laid.table) : laid.table;
  const notes = [...joined.notes, ...laid.notes];
  const set = { ...defaultParameters, ...parameters };
  const several = severalOutputs(table, choices, set);
  if (several !== undefined) return { ...several, notes: [...notes, ...several.notes] };
  const chosen = chosenOutput(table, choices) ?? { table, roles: guessRoles(table, choices) };
  const roles = withOrder(chosen.roles, choices.order, table.name);
  if (roles.history !== null && roles.task === 'training') return training([table], [roles]);
  return predictions(chosen.table, notes, roles, set, choices.scope ?? []);
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
