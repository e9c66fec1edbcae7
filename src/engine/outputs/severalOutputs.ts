import { ReadError, RequestError } from '../../readers/readError';
import type { OutputColumns, Table } from '../../readers/table';
import { outputsOf } from '../../roles/outputs/outputsOf';
import { reportedColumns, rolesOfAll } from '../../roles/outputs/rolesOfAll';
import {
  columnsBeside,
  type OutputRoles,
  rolesOfOutput,
  rolesOfOutputs,
} from '../../roles/outputs/rolesOfOutputs';
import type { Roles } from '../../roles/roles';
import type { Skipped } from '../../shared/lossReport';
import { isOutputsTask, type Parameters } from '../../shared/metricId';
import type { RoleChoices } from '../../shared/roleChoices';
import { plural } from '../../shared/text';
import type { OutputRead, Outputs } from '../interpretation';
import { predictions } from '../predictions';

/** More outputs than these are not judged; the report says how many it left out. */
const maxOutputs = 1000;
/** Notes and skipped rows of single outputs are told up to here. */
const maxTold = 10;

/**
 * All outputs of a table that has several of them; undefined for any other table, and where one output was chosen
 * as the target. Throws a ReadError when several outputs were asked for and there are none.
 */
export function severalOutputs(
  table: Table,
  choices: RoleChoices,
  parameters: Parameters,
): Outputs | undefined {
  const { outputs, notes } = outputsOf(table, choices);
  if (choices.target !== undefined) return undefined;
  if (outputs.length < 2) return refused(table, choices);
  const kept = outputs.slice(0, maxOutputs);
  const guessed = rolesOfOutputs(table, kept, choices);
  const read = guessed.outputs.map(output => readOutput(output, choices, parameters));
  const good = read.filter(one => 'predictions' in one);
  if (good.length < 2) return refused(table, choices);
  const problems = [
    ...guessed.problems,
    ...read.flatMap(one => ('problem' in one ? one.problem : [])),
  ];
  return {
    kind: 'outputs',
    table,
    roles: rolesOfAll(
      table,
      good.map(({ output }) => output),
    ),
    outputs: good,
    skipped: good.flatMap(skippedOf).slice(0, maxTold * 10),
    notes: [
      ...notes,
      ...leftOut(outputs, kept),
      ...capped(problems, 'output'),
      ...capped(uniqueNotes(good), 'note'),
    ],
  };
}

/** The roles of the output that was chosen as the target, by its own columns; undefined where there is but one. */
export function chosenOutput(
  table: Table,
  choices: RoleChoices,
): { readonly table: Table; readonly roles: Roles } | undefined {
  const { task, ...others } = choices;
  const { outputs } = outputsOf(table, others);
  const told = table.outputs === undefined ? undefined : table.known?.target;
  const own = outputs.find(({ target }) => target === (choices.target ?? told));
  if (own === undefined) return undefined;
  const wanted = { ...others, ...(task !== undefined && !isOutputsTask(task) && { task }) };
  const found = rolesOfOutput(table, own, wanted, columnsBeside(table, outputs));
  return { table: found.table, roles: { ...found.roles, outputs: reportedColumns(outputs) } };
}

function refused({ name }: Table, { task }: RoleChoices): undefined {
  if (!isOutputsTask(task)) return undefined;
  throw new RequestError(
    { source: name },
    'there are no two outputs in it: columns of true values, each with a column of predictions called after it',
  );
}

type Read = OutputRead | { readonly problem: string };

function readOutput(output: OutputRoles, choices: RoleChoices, parameters: Parameters): Read {
  try {
    const found = predictions(output.table, [], output.roles, parameters, choices.scope ?? []);
    return { output, name: output.name, predictions: found };
  } catch (error) {
    if (!(error instanceof ReadError)) throw error;
    return { problem: `The output "${output.name}" is left out: ${error.message}.` };
  }
}

function skippedOf({ name, predictions: { skipped } }: OutputRead): readonly Skipped[] {
  return skipped.map(one => ({ ...one, output: name }));
}

function leftOut(all: readonly OutputColumns[], kept: readonly OutputColumns[]): readonly string[] {
  const left = all.length - kept.length;
  if (left === 0) return [];
  return [
    `The first ${kept.length} of ${all.length} outputs are judged, and all values are over these; ${plural(left, 'output')} left out. ` +
      'Choose one as the target to see it.',
  ];
}

function uniqueNotes(outputs: readonly OutputRead[]): readonly string[] {
  return [...new Set(outputs.flatMap(({ predictions: { notes } }) => notes))];
}

function capped(texts: readonly string[], what: string): readonly string[] {
  const left = texts.length - maxTold;
  if (left <= 0) return texts;
  return [...texts.slice(0, maxTold), `${plural(left, `more ${what}`)} of this kind left out.`];
}
