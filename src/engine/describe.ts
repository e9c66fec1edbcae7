import { catalogue, firstMetrics } from '../core/catalogue/catalogue';
import formulas from '../core/catalogue/formulas.mathml';
import { figuresFor } from '../figures/figures';
import { calledBy } from '../names/losses/calledBy';
import { lossWords } from '../names/losses/lossWords';
import type { Column } from '../readers/table';
import { defaultParameters, type MetricId, type PredictionTask } from '../shared/metricId';
import type {
  ColumnInfo,
  Inspection,
  InspectOptions,
  MetricInfo,
} from '../shared/protocol/inspection';
import { figuresOfSums } from '../sums/figures/figuresOfSums';
import { metricsOfSums } from '../sums/losses/lossesOfSums';
import type { Interpretation } from './interpret';
import type { Loaded } from './load';
import { reportOf } from './report';
import { availableMetrics, metricsIn, metricsOfRows } from './wantedMetrics';

const maxFirst = 6;
const sampleCells = 3;

/** The report with everything the page needs to draw it and to go on asking. */
export function describe(
  id: number,
  loaded: Loaded,
  interpretation: Interpretation,
  options: InspectOptions,
): Inspection {
  const report = reportOf(interpretation, loaded.tables, options);
  const { roles } = interpretation;
  const metrics =
    options.lossesAlone === true ? metricsIn(report.models) : metricsOf(interpretation);
  return {
    id,
    report,
    columns: loaded.columns.map(columnInfo),
    reason: roles.reason,
    doubt: roles.doubt,
    choices: options.choices ?? {},
    parameters: { ...defaultParameters, ...options.parameters },
    metrics: metricInfos(interpretation, metrics),
    first: report.task === 'training' ? [] : firstOf(report.task, metrics),
    figures:
      interpretation.kind === 'sums'
        ? figuresOfSums(interpretation.sums)
        : figuresFor(interpretation),
  };
}

function metricsOf(interpretation: Interpretation): readonly MetricId[] {
  if (interpretation.kind === 'training') return [];
  if (interpretation.kind === 'sums') return metricsOfSums(interpretation.sums.about.task);
  return availableMetrics(interpretation.data);
}

function firstOf(task: PredictionTask, metrics: readonly MetricId[]): readonly MetricId[] {
  return firstMetrics(task)
    .filter(id => metrics.includes(id))
    .slice(0, maxFirst);
}

function metricInfos(
  interpretation: Interpretation,
  metrics: readonly MetricId[],
): readonly MetricInfo[] {
  if (interpretation.kind === 'training') return [];
  const ofRows =
    interpretation.kind === 'sums'
      ? new Set<MetricId>()
      : metricsOfRows(interpretation.data, metrics);
  return metrics.map(id => {
    const { name, formula, direction, range, note, source } = catalogue[id];
    return {
      id,
      name,
      formula,
      mathml: formulas[id]!,
      direction,
      range,
      ofRows: ofRows.has(id),
      note,
      source,
      punishes: lossWords[id].punishes,
      called: calledBy(id),
    };
  });
}

function columnInfo(column: Column): ColumnInfo {
  const rows = Math.min(sampleCells, column.numbers.length);
  return {
    name: column.name,
    kind: column.kind,
    sample: Array.from({ length: rows }, (_, row) => column.textOf(row)),
  };
}
