import { findings } from '../../core/findings/findings';
import { outputFindings } from '../../core/findings/outputFindings';
import type { LossReport, ModelReport } from '../../shared/lossReport';
import { isPooled } from '../../shared/lossRows';
import { isOutputsTask } from '../../shared/metricId';
import type { InspectOptions } from '../../shared/protocol/inspection';
import type { Outputs } from '../interpretation';
import { modelNotes } from '../modelNotes';
import { outputsModels, wantedOfOutputs } from './outputsModels';

const defaultWorst = 10;
/** Single outputs are looked at for findings of their own up to here. */
const maxSearched = 20;

/** What the report on several outputs says beside its sources, roles and notes on the reading. */
export function outputsReport(
  outputs: Outputs,
  options: InspectOptions,
): Pick<LossReport, 'task' | 'skipped' | 'models' | 'findings' | 'notes' | 'runs'> {
  const metrics = wantedOfOutputs(outputs, options.metrics);
  const isAlone = options.lossesAlone === true;
  const models = outputsModels(outputs, {
    worst: options.worst ?? defaultWorst,
    baseline: !isAlone,
    ...(metrics && { metrics }),
  });
  const { task } = outputs.roles;
  return {
    task: isOutputsTask(task) ? task : 'multioutput',
    skipped: outputs.skipped,
    models,
    findings: isAlone ? [] : outputFindings(models, ofEach(outputs, models)),
    notes: [...rowNotes(models), ...modelNotes(models.filter(isPooled)), ...outputs.notes],
    runs: [],
  };
}

function ofEach({ outputs }: Outputs, models: readonly ModelReport[]) {
  return outputs.slice(0, maxSearched).map(({ name, predictions }) => ({
    output: name,
    findings: findings(
      predictions.data,
      models.filter(({ output }) => output === name),
    ),
  }));
}

/** Outputs that can be judged on different rows are averaged all the same. */
function rowNotes(models: readonly ModelReport[]): readonly string[] {
  const single = models.filter(({ output = null }) => output !== null);
  const isEven = models
    .filter(isPooled)
    .every(({ name, split, n }) =>
      single.every(one => one.name !== name || one.split !== split || one.n === n),
    );
  if (isEven) return [];
  return [
    'The outputs have values in different rows: means over the outputs are of each output over its own rows, and ' +
      'what is counted over all labels is over the rows that have them all.',
  ];
}
