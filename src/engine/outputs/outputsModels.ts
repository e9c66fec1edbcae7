import { firstMetrics, metricsOf } from '../../core/catalogue/catalogue';
import { overOutputs } from '../../core/outputs/overOutputs';
import { evaluate } from '../../core/report/evaluate';
import { rankingMetric } from '../../core/report/perSample';
import type { ModelReport } from '../../shared/lossReport';
import { isOutputsTask, type MetricId, metricIds } from '../../shared/metricId';
import type { OutputRead, Outputs } from '../interpretation';
import { sourceRow } from '../sourceRow';
import { availableMetrics, isLong } from '../wantedMetrics';

interface Options {
  readonly metrics?: readonly MetricId[];
  /** How many worst rows each model lists. */
  readonly worst: number;
  readonly baseline: boolean;
}

/** One report for each model over all outputs, then one for each model and output in the order of the table. */
export function outputsModels(
  { outputs, roles }: Outputs,
  options: Options,
): readonly ModelReport[] {
  const task = isOutputsTask(roles.task) ? roles.task : 'multioutput';
  const judged = outputs.map(({ name, predictions }) => ({
    name,
    models: predictions.data.models,
    reports: reportsOf(predictions, options),
  }));
  const single = judged.flatMap(({ name, reports }) =>
    reports.map(report => ({ ...report, output: name })),
  );
  return [...overOutputs(judged, task, options.metrics), ...single];
}

/** Outputs permit the same metrics as a rule; those of more are not worth their time. */
const maxAsked = 50;

/** The metrics that the columns of the outputs permit, computed or not, in the order of the table. */
export function metricsOfOutputs({ outputs, roles }: Outputs): readonly MetricId[] {
  const [first, ...others] = outputs
    .slice(0, maxAsked)
    .map(({ predictions }) => new Set(availableMetrics(predictions.data)));
  const shared = [...first!].filter(id => others.every(one => one.has(id)));
  const ofSets = roles.task === 'multilabel' ? metricsOf('multilabel') : [];
  const known = new Set([...shared, ...ofSets]);
  return metricIds.filter(id => known.has(id));
}

/** The metrics that say most about the outputs together. */
export function firstOfOutputs({ outputs, roles }: Outputs): readonly MetricId[] {
  if (roles.task === 'multilabel') return firstOfLabels;
  return firstMetrics(outputs[0]!.predictions.data.samples.task);
}

const firstOfLabels: readonly MetricId[] = [
  'log_loss',
  'hamming_loss',
  'subset_accuracy',
  'f1_micro',
  'f1_macro',
  'lrap',
];

/** The metrics that are computed with the report; undefined means all. */
export function wantedOfOutputs(
  { outputs }: Outputs,
  metrics: readonly MetricId[] | undefined,
): readonly MetricId[] | undefined {
  const models = outputs.flatMap(({ predictions }) => predictions.data.models);
  if (metrics !== undefined || !isLong(models)) return metrics;
  const first = outputs.flatMap(({ predictions }) => firstMetrics(predictions.data.samples.task));
  return [...new Set([...first, ...models.map(rankingMetric), ...metricsOf('multilabel')])];
}

function reportsOf(
  { data, table }: OutputRead['predictions'],
  { metrics, worst, baseline }: Options,
): readonly ModelReport[] {
  const { models, parameters, lineOf } = data;
  const options = { parameters, worst, lineOf, baseline, ...(metrics && { metrics }) };
  return evaluate(models, options).map(report => ({
    ...report,
    worst: report.worst.map(one => ({ ...one, row: sourceRow(table, one.row) })),
  }));
}
