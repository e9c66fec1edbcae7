import { definitionOf, firstMetrics } from '../core/catalogue/catalogue';
import formulas from '../core/catalogue/formulas.mathml';
import { figuresFor } from '../figures/figures';
import { calledBy } from '../names/losses/calledBy';
import { lossWords } from '../names/losses/lossWords';
import type { Column } from '../readers/table';
import {
  defaultParameters,
  type MetricId,
  type Parameters,
  type PredictionTask,
} from '../shared/metricId';
import { isOwnLoss } from '../shared/ownLoss';
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
  const usual = firstMetrics(task).filter(id => metrics.includes(id));
  return [...usual.slice(0, maxFirst), ...metrics.filter(isOwnLoss)];
}

function metricInfos(
  interpretation: Interpretation,
  metrics: readonly MetricId[],
): readonly MetricInfo[] {
  if (interpretation.kind === 'training') return [];
  const { parameters } =
    interpretation.kind === 'sums' ? { parameters: defaultParameters } : interpretation.data;
  const ofRows =
    interpretation.kind === 'sums'
      ? new Set<MetricId>()
      : metricsOfRows(interpretation.data, metrics);
  return metrics.map(id => {
    const { name, formula, direction, range, note, source } = definitionOf(id);
    const shown = { id, name, direction, range, ofRows: ofRows.has(id), note, source };
    if (isOwnLoss(id)) return { ...shown, ...ownWords(name, parameters) };
    return {
      ...shown,
      formula,
      mathml: formulas[id]!,
      punishes: lossWords[id].punishes,
      called: calledBy(id),
    };
  });
}

/** Of a loss of the person's own, which has no picture of its formula. */
function ownWords(
  name: string,
  { ownLosses = [] }: Parameters,
): Pick<MetricInfo, 'formula' | 'mathml' | 'punishes' | 'called'> {
  const formula = ownLosses.find(loss => loss.name === name)?.formula ?? '';
  return {
    formula: `mean of ${formula}`,
    mathml: '',
    punishes: 'What your formula says.',
    called: [],
  };
}

function columnInfo(column: Column): ColumnInfo {
  const rows = Math.min(sampleCells, column.numbers.length);
  return {
    name: column.name,
    kind: column.kind,
    sample: Array.from({ length: rows }, (_, row) => column.textOf(row)),
  };
}
