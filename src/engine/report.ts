import { findings } from '../core/findings/findings';
import { type EvaluateOptions, evaluate } from '../core/report/evaluate';
import { foldReports, overFolds } from '../core/report/foldReports';
import { describeRun } from '../core/training/describeRun';
import { trainingFindings } from '../core/training/trainingFindings';
import { describePlace } from '../readers/readError';
import type { Problem, Table } from '../readers/table';
import type { Roles } from '../roles/roles';
import type { LossReport, ModelReport, ReportRoles, Source } from '../shared/lossReport';
import type { InspectOptions } from '../shared/protocol/inspection';
import { groupsOfSums, modelsOfSums, skippedOfSums } from '../sums/modelsOfSums';
import { foldNotes } from './foldNotes';
import type { Interpretation, Predictions, Training } from './interpret';
import { modelNotes } from './modelNotes';
import { sampleNote } from './sampleNote';
import { sourceRow } from './sourceRow';
import type { SumsRead } from './sums/interpretSums';
import { wantedMetrics } from './wantedMetrics';

const defaultWorst = 10;
/** Odd cells are told one by one up to here, then counted. */
const maxProblems = 20;

/** The report on what was read; of a long table it holds the first metrics only. */
export function reportOf(
  interpretation: Interpretation,
  tables: readonly Table[],
  options: InspectOptions,
): LossReport {
  const sources = tables.flatMap(sourcesOf);
  const problems = problemNotes(tables.flatMap(table => table.problems));
  const { notes, ...report } = ownReport(interpretation, sources, problems, options);
  const partial = tables.find(table => table.partial === true);
  return {
    ...report,
    notes: [...tables.flatMap(sampleNote), ...notes],
    ...(partial === undefined ? {} : { partial: seenOf(partial) }),
  };
}

function ownReport(
  interpretation: Interpretation,
  sources: readonly Source[],
  problems: readonly string[],
  options: InspectOptions,
): LossReport {
  switch (interpretation.kind) {
    case 'training':
      return trainingReport(interpretation, sources, problems);
    case 'sums':
      return sumsReport(interpretation, sources, problems, options);
    case 'predictions':
      return predictionReport(interpretation, sources, problems, options);
  }
}

/** Each row of a source stands for many rows of the table; those are counted in the models. */
function sumsReport(
  { sums, roles, parameters, notes }: SumsRead,
  sources: readonly Source[],
  problems: readonly string[],
  { worst = defaultWorst }: InspectOptions,
): LossReport {
  const models = modelsOfSums(sums, parameters, worst);
  const groups = groupsOfSums(sums, parameters);
  return {
    schema: 1,
    sources,
    task: sums.about.task,
    roles: rolesOf(roles),
    skipped: skippedOfSums(sums),
    models,
    findings: [],
    notes: [...modelNotes(models), ...notes, ...problems],
    runs: [],
    ...(groups.length > 0 && { groups }),
  };
}

function seenOf({ bytes, ...table }: Table): NonNullable<LossReport['partial']> {
  return { rows: rowsOf(table), bytes, cancelled: false };
}

function rowsOf({ rows, sampled }: Pick<Table, 'rows' | 'sampled'>): number {
  return sampled?.rows ?? rows;
}

function predictionReport(
  { data, table, roles, scope, skipped, notes, fold }: Predictions,
  sources: readonly Source[],
  problems: readonly string[],
  options: InspectOptions,
): LossReport {
  const metrics = wantedMetrics(data, options);
  const isAlone = options.lossesAlone === true;
  const judged: EvaluateOptions = {
    parameters: data.parameters,
    ...(metrics === undefined ? {} : { metrics }),
    worst: options.worst ?? defaultWorst,
    lineOf: data.lineOf,
    baseline: !isAlone,
  };
  const models = evaluate(data.models, judged);
  const folds =
    fold === undefined
      ? []
      : foldReports(data.samples, fold, { ...judged, worst: 0, baseline: false });
  return {
    schema: 1,
    sources,
    task: data.samples.task,
    roles: rolesOf(roles),
    ...(scope && { scope }),
    skipped,
    models: [
      ...models.map(model => ({
        ...model,
        ...foldsOf(folds, model),
        worst: model.worst.map(worst => ({ ...worst, row: sourceRow(table, worst.row) })),
      })),
      ...folds,
    ],
    findings: isAlone ? [] : findings(data, models),
    notes: [...foldNotes(data.models, folds), ...modelNotes(models), ...notes, ...problems],
    runs: [],
  };
}

function foldsOf(
  folds: readonly ModelReport[],
  { name }: ModelReport,
): Pick<ModelReport, 'fold' | 'overFolds'> {
  const found = overFolds(folds, name);
  return found === undefined ? {} : { fold: null, overFolds: found };
}

function trainingReport(
  { histories, roles, notes }: Training,
  sources: readonly Source[],
  problems: readonly string[],
): LossReport {
  const runs = histories.map(describeRun);
  return {
    schema: 1,
    sources,
    task: 'training',
    roles: rolesOf(roles),
    skipped: [],
    models: [],
    findings: trainingFindings(runs, histories),
    notes: [...notes, ...problems],
    runs,
  };
}

/** A table in several files is as many sources. */
function sourcesOf(table: Table): readonly Source[] {
  if (table.parts !== undefined)
    return table.parts.map(({ name, format, rows, bytes }) => ({ name, format, rows, bytes }));
  return [{ name: table.name, format: table.format, rows: rowsOf(table), bytes: table.bytes }];
}

function rolesOf(roles: Roles): ReportRoles {
  const withProbabilities = roles.models.filter(model => model.probability !== undefined);
  return {
    target: roles.target,
    predictions: roles.models.flatMap(model => model.prediction ?? []),
    probabilities: Object.fromEntries(
      withProbabilities.map(model => [model.name, model.probability!]),
    ),
    positive: roles.positive,
    classes: roles.classes,
    weight: roles.weight,
    split: roles.split,
    id: roles.id,
    ...forecastRoles(roles),
    ignored: roles.ignored,
  };
}

/** Of a forecast, the columns that were found. */
function forecastRoles({ forecast }: Roles): Pick<ReportRoles, 'series' | 'cutoff' | 'horizon'> {
  const { series = null, cutoff = null, horizon = null } = forecast ?? {};
  return {
    ...(series !== null && { series }),
    ...(cutoff !== null && { cutoff }),
    ...(horizon !== null && { horizon }),
  };
}

function problemNotes(problems: readonly Problem[]): readonly string[] {
  const told = problems
    .slice(0, maxProblems)
    .map(({ place, text }) => `${describePlace(place)}: ${text}`);
  const left = problems.length - told.length;
  return left > 0 ? [...told, `${left} more cells or lines were odd in the same ways.`] : told;
}
