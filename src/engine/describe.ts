import { definitionOf, firstMetrics } from '../core/catalogue/catalogue';
import formulas from '../core/catalogue/formulas.mathml';
import { workedRows } from '../core/report/workedRows';
import { figuresFor } from '../figures/figures';
import { calledBy } from '../names/losses/calledBy';
import { lossWords } from '../names/losses/lossWords';
import type { Column } from '../readers/table';
import { defaultParameters, type MetricId, type Parameters } from '../shared/metricId';
import { isOwnLoss } from '../shared/ownLoss';
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
  const usual = firstIn(interpretation).filter(id => metrics.includes(id));
  return [...usual.slice(0, maxFirst), ...metrics.filter(isOwnLoss)];
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
  const data = interpretation.kind === 'predictions' ? interpretation.data : undefined;
  const parameters = data?.parameters ?? defaultParameters;
  const ofRows = data === undefined ? new Set<MetricId>() : metricsOfRows(data, metrics);
  const first = data?.models[0];
  const exampleOf = (id: MetricId): Pick<MetricInfo, 'example'> => {
    const example =
      data && first && ofRows.has(id) ? workedRows(first, id, data.parameters) : undefined;
    return example === undefined ? {} : { example };
  };
  return metrics.map(id => {
    const { name, formula, direction, range, note, source } = definitionOf(id);
    const shown = { id, name, direction, range, ofRows: ofRows.has(id), note, source };
    if (isOwnLoss(id)) return { ...shown, ...ownWords(name, parameters) };
    return {
      ...shown,
      formula,
      mathml: formulas[id]!,
      punishes: lossWords[id].punishes,
      otherwise: lossWords[id].otherwise,
      ...exampleOf(id),
      called: calledBy(id),
    };
  });
}

/** Of a loss of the person's own, which has no picture of its formula. */
function ownWords(
  name: string,
  { ownLosses = [] }: Parameters,
): Pick<MetricInfo, 'formula' | 'mathml' | 'punishes' | 'otherwise' | 'called'> {
  const formula = ownLosses.find(loss => loss.name === name)?.formula ?? '';
  return {
    formula: `mean of ${formula}`,
    mathml: '',
    punishes: 'What your formula says.',
    otherwise: '',
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
