import { catalogue, firstMetrics } from '../core/catalogue/catalogue';
import formulas from '../core/catalogue/formulas.mathml';
import { figuresFor } from '../figures/figures';
import { calledBy } from '../names/losses/calledBy';
import { lossWords } from '../names/losses/lossWords';
import type { Column } from '../readers/table';
import { defaultParameters, type MetricId } from '../shared/metricId';
import type {
  ColumnInfo,
  Inspection,
  InspectOptions,
  MetricInfo,
} from '../shared/protocol/inspection';
import { figuresOfSums } from '../sums/figures/figuresOfSums';
import { metricsOfSums } from '../sums/losses/lossesOfSums';
import type { Interpretation } from './interpretation';
import type { Loaded } from './load';
import { firstOfOutputs, metricsOfOutputs } from './outputs/outputsModels';
import { outputsSubject } from './outputs/outputsSubject';
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
    first: firstOf(interpretation, metrics),
    figures: figuresIn(interpretation),
  };
}

function figuresIn(interpretation: Interpretation): Inspection['figures'] {
  switch (interpretation.kind) {
    case 'sums':
      return figuresOfSums(interpretation.sums);
    case 'outputs':
      return figuresFor(outputsSubject(interpretation));
    default:
      return figuresFor(interpretation);
  }
}

function metricsOf(interpretation: Interpretation): readonly MetricId[] {
  switch (interpretation.kind) {
    case 'training':
      return [];
    case 'sums':
      return metricsOfSums(interpretation.sums.about.task);
    case 'outputs':
      return metricsOfOutputs(interpretation);
    case 'predictions':
      return availableMetrics(interpretation.data);
  }
}

function firstOf(
  interpretation: Interpretation,
  metrics: readonly MetricId[],
): readonly MetricId[] {
  return firstIn(interpretation)
    .filter(id => metrics.includes(id))
    .slice(0, maxFirst);
}

function firstIn(interpretation: Interpretation): readonly MetricId[] {
  switch (interpretation.kind) {
    case 'training':
      return [];
    case 'sums':
      return firstMetrics(interpretation.sums.about.task);
    case 'outputs':
      return firstOfOutputs(interpretation);
    case 'predictions':
      return firstMetrics(interpretation.data.samples.task);
  }
}

function metricInfos(
  interpretation: Interpretation,
  metrics: readonly MetricId[],
): readonly MetricInfo[] {
  if (interpretation.kind === 'training') return [];
  const ofRows =
    interpretation.kind === 'outputs' || interpretation.kind === 'sums'
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
