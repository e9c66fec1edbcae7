import { ReadError } from '../../readers/readError';
import { columnNamed, type OutputColumns, type Table } from '../../readers/table';
import type { RoleChoices } from '../../shared/roleChoices';
import { guessRoles } from '../guess/guessRoles';
import type { ModelRoles, Roles } from '../roles';

/** One of several outputs: the columns that it is judged by, and what they are for. */
export interface OutputRoles {
  readonly name: string;
  readonly table: Table;
  readonly roles: Roles;
}

/** The outputs, and a sentence for each that cannot be judged. */
export interface RolesOfOutputs {
  readonly outputs: readonly OutputRoles[];
  readonly problems: readonly string[];
}

/**
 * The roles of every output by its own columns alone, so that no output's column is taken for the model of another.
 * Weight, split and model column are those of the first. Models are called by what their columns have in common.
 */
export function rolesOfOutputs(
  table: Table,
  outputs: readonly OutputColumns[],
  choices: RoleChoices,
): RolesOfOutputs {
  const others = columnsBeside(table, outputs);
  const found: OutputRoles[] = [];
  const problems: string[] = [];
  let shared: Shared | undefined;
  for (const output of outputs) {
    const own = { ...withoutTask(choices), ...shared?.choices };
    try {
      const one = rolesOfOutput(table, output, own, shared?.columns ?? others);
      found.push(called(one, output));
      shared ??= sharedBy(one.roles, others);
    } catch (error) {
      if (!(error instanceof ReadError)) throw error;
      problems.push(`The output "${output.name}" is left out: ${error.message}.`);
    }
  }
  return { outputs: found, problems };
}

/** The roles of one output, beside the columns that belong to none. Throws a ReadError when it has no model. */
export function rolesOfOutput(
  table: Table,
  { name, target, models, beside }: OutputColumns,
  choices: RoleChoices,
  others: Table['columns'],
): OutputRoles {
  const own = [target, ...models.keys(), ...beside].flatMap(one => columnNamed(table, one) ?? []);
  const { outputs: _, known, ...rest } = table;
  const told = table.outputs === undefined ? {} : { predictions: [...models.keys()] };
  const narrow: Table = {
    ...rest,
    columns: [...others, ...own],
    known: { ...(known?.ignored && { ignored: known.ignored }), target, ...told },
  };
  return { name, table: narrow, roles: guessRoles(narrow, { ...choices, target }) };
}

/** The columns of a table that are of no output. */
export function columnsBeside(table: Table, outputs: readonly OutputColumns[]): Table['columns'] {
  const taken = new Set(
    outputs.flatMap(({ target, models, beside }) => [target, ...models.keys(), ...beside]),
  );
  return table.columns.filter(({ name }) => !taken.has(name));
}

function withoutTask({ task: _, target: __, ...choices }: RoleChoices): RoleChoices {
  return choices;
}

/** What the first output has found in the columns that belong to all. */
interface Shared {
  readonly choices: RoleChoices;
  readonly columns: Table['columns'];
}

function sharedBy({ weight, split, byModel }: Roles, others: Table['columns']): Shared {
  const names = new Set([weight, split, byModel]);
  return {
    choices: { weight, split, id: null },
    columns: others.filter(({ name }) => names.has(name)),
  };
}

/** The output with its models under the names that they have at every output. */
function called({ roles, ...output }: OutputRoles, { models }: OutputColumns): OutputRoles {
  const nameOf = (model: ModelRoles): string => {
    const column =
      model.prediction ?? model.probability?.[0] ?? model.logits?.[0] ?? model.margin ?? '';
    return models.get(column) ?? model.name;
  };
  const names = roles.models.map(model => ({ ...model, name: nameOf(model) }));
  return { ...output, roles: { ...roles, models: names } };
}
