import { groupedBy } from '../../shared/groupedBy';
import type { ModelReport } from '../../shared/lossReport';
import { type MetricId, metricIds, type OutputsTask } from '../../shared/metricId';
import { definitionOf, metricsOf } from '../catalogue/catalogue';
import type { Measured } from '../measures/measured';
import type { BinaryModelSamples, ModelSamples } from '../samples/modelSamples';
import { sumOf } from '../statistics/sum';
import { commonSamples } from './commonSamples';
import { type LabelSets, labelSets } from './labelSets';

/** One of several outputs with the values of its models, in the same order. */
export interface JudgedOutput {
  readonly name: string;
  readonly models: readonly ModelSamples[];
  readonly reports: readonly ModelReport[];
}

/** What one model makes of one output. */
interface Part {
  readonly output: string;
  readonly model: ModelSamples;
  readonly report: ModelReport;
}

/** What they mean of several labels is said by measures of their own. */
const meantOtherwise: ReadonlySet<MetricId> = new Set<MetricId>([
  'accuracy',
  'zero_one',
  'precision',
  'recall',
  'f1',
]);

/**
 * One report for each model over all outputs: of every loss the plain mean of its values (scikit-learn's
 * `multioutput="uniform_average"`, of RMSE the mean of the roots), and of labels what only all of them together give.
 */
export function overOutputs(
  outputs: readonly JudgedOutput[],
  task: OutputsTask,
  metrics?: readonly MetricId[],
): readonly ModelReport[] {
  const parts = outputs.flatMap(({ name, models, reports }) =>
    models.map((model, i): Part => ({ output: name, model, report: reports[i]! })),
  );
  const byModel = groupedBy(parts, ({ model }) => JSON.stringify([model.name, model.split]));
  return [...byModel.values()].map(own => overAll(own, outputs, task, metrics));
}

function overAll(
  parts: readonly Part[],
  outputs: readonly JudgedOutput[],
  task: OutputsTask,
  metrics?: readonly MetricId[],
): ModelReport {
  const [{ model }] = parts as [Part, ...Part[]];
  const sets = task === 'multilabel' ? setsOf(parts) : undefined;
  const n = sets?.n ?? commonSamples(parts.map(one => one.model)).n;
  const lacking = outputs.find(({ name }) => !parts.some(({ output }) => output === name));
  const found: [MetricId, Exclude<Measured, null>][] = [];
  for (const id of metricIds) {
    if (metrics !== undefined && !metrics.includes(id)) continue;
    const measured = lacking === undefined ? measure(id, parts, sets) : lacksIt(id, parts, lacking);
    if (measured !== null) found.push([id, measured]);
  }
  const values = found.flatMap(([id, one]) => ('value' in one ? [[id, one.value] as const] : []));
  const missing = found.flatMap(([id, one]) =>
    'value' in one ? [] : [[id, one.undefined] as const],
  );
  const notes = found.flatMap(([id, one]) =>
    'value' in one && one.note !== undefined ? [[id, one.note] as const] : [],
  );
  return {
    name: model.name,
    split: model.split,
    output: null,
    n,
    values: Object.fromEntries(values),
    undefined: Object.fromEntries(missing),
    ...(notes.length > 0 && { notes: Object.fromEntries(notes) }),
    worst: [],
  };
}

function setsOf(parts: readonly Part[]): LabelSets | undefined {
  const models = parts.map(({ model }) => model).filter(isBinary);
  if (models.length < parts.length) return undefined;
  return labelSets(
    models,
    parts.map(({ output }) => output),
  );
}

function isBinary(model: ModelSamples): model is BinaryModelSamples {
  return model.task === 'binary';
}

function measure(id: MetricId, parts: readonly Part[], sets: LabelSets | undefined): Measured {
  const definition = definitionOf(id);
  if (definition.measures !== 'labelSets')
    return sets !== undefined && meantOtherwise.has(id) ? null : uniformAverage(id, parts);
  if (sets === undefined) return null;
  if (sets.n === 0) return { undefined: 'no row has a value in every output' };
  return definition.measures === 'labelSets' ? definition.measure(sets) : null;
}

/** null where no output has the loss, or where outputs are of different kinds. */
function uniformAverage(id: MetricId, parts: readonly Part[]): Measured {
  const known = parts.filter(({ report }) => id in report.values || id in report.undefined);
  if (known.length < parts.length) return null;
  const missing = parts.filter(({ report }) => id in report.undefined);
  const [first] = missing;
  if (first !== undefined) {
    const more = missing.length === 1 ? '' : `, as ${missing.length - 1} more outputs`;
    return { undefined: `of the output "${first.output}"${more}: ${first.report.undefined[id]}` };
  }
  return { value: sumOf(parts.length, k => parts[k]!.report.values[id]!) / parts.length };
}

function lacksIt(id: MetricId, parts: readonly Part[], { name }: JudgedOutput): Measured {
  const isKnown = parts.some(({ report }) => id in report.values);
  const isOfSets = (metricsOf('multilabel') as readonly MetricId[]).includes(id);
  return isKnown || isOfSets ? { undefined: `the model has no prediction of "${name}"` } : null;
}
