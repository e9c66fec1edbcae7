import { catalogue, firstMetrics } from '../core/catalogue/catalogue';
import formulas from '../core/catalogue/formulas.mathml';
import { about } from '../figures/about';
import { figures, figuresFor } from '../figures/figures';
import { watchedCurves } from '../figures/training/stopping';
import type { Column } from '../readers/table';
import { defaultParameters, type MetricId, type PredictionTask } from '../shared/metricId';
import type {
  ColumnInfo,
  FigureInfo,
  Inspection,
  InspectOptions,
  MetricInfo,
} from '../shared/protocol/inspection';
import type { Interpretation } from './interpret';
import type { Loaded } from './load';
import { reportOf } from './report';
import { availableMetrics, metricsIn, metricsOfRows } from './wantedMetrics';

const mostFirst = 6;
const sampleCells = 3;

const trainingCurves: FigureInfo = { id: 'training-curves', title: 'Training curves' };
const earlyStopping: FigureInfo = {
  id: 'early-stopping',
  title: 'Early stopping, replayed',
  about: 'Where a callback would have stopped, and what that saves and costs.',
};

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
      interpretation.kind === 'training'
        ? trainingFigures(interpretation)
        : predictionFigures(interpretation),
  };
}

function trainingFigures({
  histories,
}: Extract<Interpretation, { kind: 'training' }>): FigureInfo[] {
  return watchedCurves(histories).length > 0 ? [trainingCurves, earlyStopping] : [trainingCurves];
}

function predictionFigures({
  data,
}: Extract<Interpretation, { kind: 'predictions' }>): FigureInfo[] {
  return figuresFor(data).map(id => ({ id, title: figures[id].title, about: about[id] }));
}

function metricsOf(interpretation: Interpretation): readonly MetricId[] {
  return interpretation.kind === 'training' ? [] : availableMetrics(interpretation.data);
}

function firstOf(task: PredictionTask, metrics: readonly MetricId[]): readonly MetricId[] {
  return firstMetrics(task)
    .filter(id => metrics.includes(id))
    .slice(0, mostFirst);
}

function metricInfos(
  interpretation: Interpretation,
  metrics: readonly MetricId[],
): readonly MetricInfo[] {
  if (interpretation.kind === 'training') return [];
  const ofRows = metricsOfRows(interpretation.data, metrics);
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
