import type { Table } from '../../readers/table';
import { isOutputsTask } from '../../shared/metricId';
import type { RoleChoices } from '../../shared/roleChoices';
import { outputsByStems } from './outputsByStems';
import { type OutputsFound, outputsInMatrices } from './outputsInMatrices';

const none: OutputsFound = { outputs: [], notes: [] };

/**
 * The outputs of a table, each a target with the columns that predict it, in the order of the table; none where
 * there are fewer than two, or where a person said which columns are the predictions.
 */
export function outputsOf(table: Table, choices: RoleChoices): OutputsFound {
  const { task, target } = choices;
  if (table.history === true || areChosen(choices)) return none;
  if (task !== undefined && !isOutputsTask(task) && target === undefined) return none;
  const { outputs, notes } = outputsIn(table);
  const ignored = new Set(choices.ignored);
  const kept = outputs.filter(one => !ignored.has(one.target));
  return kept.length > 1 ? { outputs: kept, notes } : none;
}

/** What the source says goes first, then the arrays of rows, then names. */
function outputsIn(table: Table): OutputsFound {
  if (table.outputs !== undefined) return { outputs: table.outputs, notes: [] };
  const isDecided = table.known?.target !== undefined && table.modelNames === undefined;
  if (isDecided) return none;
  return outputsInMatrices(table) ?? { outputs: outputsByStems(table), notes: [] };
}

function areChosen({ predictions, probabilities, classProbabilities, margins }: RoleChoices) {
  const columns = [predictions, probabilities, margins].flatMap(names => names ?? []);
  return columns.length > 0 || Object.keys(classProbabilities ?? {}).length > 0;
}
