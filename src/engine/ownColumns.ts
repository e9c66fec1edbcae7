import { compiledFormula } from '../core/formula/compiledFormula';
import type { ModelSamples } from '../core/samples/modelSamples';
import { columnNamed, type Table } from '../readers/table';
import type { Parameters, PredictionTask } from '../shared/metricId';
import type { OwnLoss } from '../shared/ownLoss';

type WithLosses = Pick<Parameters, 'ownLosses'>;

/** What a formula finds in every sample without a column of that name. */
const given: Readonly<Record<PredictionTask, readonly string[]>> = {
  regression: ['error', 'target', 'prediction', 'weight'],
  errors: ['error', 'weight'],
  binary: [],
  multiclass: [],
};

/** The columns that the formulas name beside those. */
export function ownColumns({ ownLosses = [] }: WithLosses): readonly string[] {
  const named = ownLosses.flatMap(loss => {
    const compiled = compiledFormula(loss);
    return 'mistake' in compiled ? [] : [...compiled.columns.keys()];
  });
  return [...new Set(named)].filter(name => !given.regression.includes(name));
}

/** The models with the columns of the table that the formulas name. */
export function withOwnColumns(
  models: readonly ModelSamples[],
  table: Table,
  parameters: WithLosses,
): readonly ModelSamples[] {
  const found = ownColumns(parameters).flatMap(name => {
    const column = columnNamed(table, name);
    return column === undefined ? [] : [[name, column.numbers] as const];
  });
  return found.length === 0 ? models : models.map(model => ({ ...model, columns: new Map(found) }));
}

/** What is wrong with a loss for this table, and where in its formula; null when nothing is. */
export function mistakeIn(
  loss: OwnLoss,
  table: Table,
  task: PredictionTask,
): { readonly at: number; readonly text: string } | null {
  const compiled = compiledFormula(loss);
  if ('mistake' in compiled) return { at: compiled.mistake.at, text: compiled.mistake.message };
  if (given[task].length === 0)
    return { at: 0, text: 'a formula is about numbers, and this table has classes' };
  for (const [name, at] of compiled.columns) {
    if (given[task].includes(name)) continue;
    const column = columnNamed(table, name);
    if (column === undefined) return { at, text: `there is no column "${name}"` };
    if (column.kind !== 'number') return { at, text: `column "${name}" holds no numbers` };
  }
  return null;
}
