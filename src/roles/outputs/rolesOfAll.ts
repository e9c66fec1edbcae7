import type { OutputColumns, Table } from '../../readers/table';
import type { OutputRoles } from '../../shared/lossReport';
import type { OutputsTask } from '../../shared/metricId';
import { listed } from '../../shared/text';
import { usedColumns } from '../guess/usedColumns';
import type { Roles } from '../roles';
import type { OutputRoles as GuessedRoles } from './rolesOfOutputs';

/** The roles of a report over all outputs, made of those of each. */
export function rolesOfAll(table: Table, outputs: readonly GuessedRoles[]): Roles {
  const first = outputs[0]!.roles;
  const { weight, split, byModel, id } = first;
  const used = new Set([weight, split, byModel, id]);
  for (const { roles } of outputs) {
    for (const name of usedColumns(roles.target, roles.models)) used.add(name);
  }
  return {
    task: taskOf(outputs),
    target: null,
    models: [],
    outputs: outputs.map(({ name, roles }) => reportedRoles(name, roles)),
    positive: null,
    classes: null,
    weight,
    split,
    ...(byModel === undefined ? {} : { byModel }),
    id,
    groups: [],
    ignored: table.columns.map(({ name }) => name).filter(name => !used.has(name)),
    history: null,
    reason: reasonOf(outputs),
    notes: [],
    doubt: null,
  };
}

/** Labels of which a row may have any number, where every output has two classes. */
export function taskOf(outputs: readonly GuessedRoles[]): OutputsTask {
  return outputs.every(({ roles }) => roles.task === 'binary') ? 'multilabel' : 'multioutput';
}

function reportedRoles(name: string, { target, models }: Roles): OutputRoles {
  return {
    name,
    target: target!,
    predictions: Object.fromEntries(
      models.flatMap(one => (one.prediction === undefined ? [] : [[one.name, one.prediction]])),
    ),
    probabilities: Object.fromEntries(
      models.flatMap(one => (one.probability === undefined ? [] : [[one.name, one.probability]])),
    ),
  };
}

/** The same by names alone, for a report on one of the outputs. */
export function reportedColumns(outputs: readonly OutputColumns[]): readonly OutputRoles[] {
  return outputs.map(({ name, target, models }) => ({
    name,
    target,
    predictions: Object.fromEntries([...models].map(([column, model]) => [model, column])),
    probabilities: {},
  }));
}

const maxNames = 4;

function reasonOf(outputs: readonly GuessedRoles[]): string {
  const names = outputs.slice(0, maxNames).map(({ name }) => `"${name}"`);
  const more = outputs.length - names.length;
  const { target, models } = outputs[0]!.roles;
  const predicting = usedColumns(null, models);
  const columns = [...predicting].slice(0, maxNames).map(name => `"${name}"`);
  return (
    `${listed(more > 0 ? [...names, `${more} more`] : names)} are outputs, each with a target and its own predictions: ` +
    `"${target}" is predicted by ${listed(columns)}.`
  );
}
