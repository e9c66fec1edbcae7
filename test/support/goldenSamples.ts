import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { naiveForecast } from '../../src/core/forecast/naiveForecast';
import type { NumberColumn, Samples } from '../../src/core/samples/samples';
import type { BuiltInId, Parameters } from '../../src/shared/metricId';

/** Columns and the values that scikit-learn, scipy and PyTorch give for them. */
export interface Golden {
  readonly name: string;
  readonly task: 'regression' | 'errors' | 'binary' | 'multiclass' | 'multilabel' | 'multioutput';
  readonly parameters: Partial<Parameters>;
  readonly columns: GoldenColumns;
  readonly expected: Readonly<Partial<Record<BuiltInId, number>>>;
}

export interface GoldenColumns {
  readonly target?: readonly number[];
  readonly prediction?: readonly number[];
  readonly error?: readonly number[];
  readonly weight?: readonly number[];
  readonly lower?: readonly number[];
  readonly upper?: readonly number[];
  readonly variance?: readonly number[];
  readonly level?: number;
  /** Of a forecast: codes of the series, times, and the predicted quantiles by level. */
  readonly series?: readonly number[];
  readonly time?: readonly number[];
  readonly quantiles?: Readonly<Record<string, readonly number[]>>;
  readonly probability?: readonly number[];
  readonly logit?: readonly number[];
  readonly label?: readonly number[];
  readonly probabilities?: readonly (readonly number[])[];
  readonly logits?: readonly (readonly number[])[];
  /** Probabilities of a first model, which KL divergence is measured from. */
  readonly first?: readonly number[] | readonly (readonly number[])[];
  readonly classes?: number;
  /** Whether the classes have the order of their numbers. */
  readonly ordered?: true;
  /** Of several outputs, row by row. */
  readonly targets?: readonly (readonly number[])[];
  readonly predictions?: readonly (readonly number[])[];
  readonly labels?: readonly (readonly number[])[];
  readonly scores?: readonly (readonly number[])[];
}

const folder = 'test/golden/metrics';

/** Every golden file of the folder. */
export function goldens(): readonly Golden[] {
  return readdirSync(folder)
    .filter(file => file.endsWith('.json'))
    .map(file => ({
      name: file.slice(0, -'.json'.length),
      ...JSON.parse(readFileSync(join(folder, file), 'utf8')),
    }));
}

/** Each of several outputs as a golden of its own. */
export function goldenOutputs(golden: Golden): readonly Golden[] {
  const { targets, predictions, labels, scores, weight } = golden.columns;
  const column = (rows: readonly (readonly number[])[], k: number) => rows.map(row => row[k]!);
  return targets![0]!.map((_, k) => ({
    ...golden,
    task: golden.task === 'multilabel' ? 'binary' : 'regression',
    columns: {
      target: column(targets!, k),
      ...(weight && { weight }),
      ...(predictions && { prediction: column(predictions, k) }),
      ...(labels && { label: column(labels, k) }),
      ...(scores && { probability: column(scores, k) }),
    },
  }));
}

/** The golden's columns; the model in question is called `model` and comes last. */
export function goldenSamples({ task, columns }: Golden): Samples {
  const rows = (columns.target ?? columns.error)!.length;
  const base = {
    rows,
    lineOf: (row: number) => row + 2,
    ...(columns.weight && { weight: numbers(columns.weight) }),
  };
  const target = () => numbers(columns.target!);
  switch (task) {
    case 'errors':
      return { ...base, task, models: [{ name: 'model', error: numbers(columns.error!) }] };
    case 'regression':
      return {
        ...base,
        task,
        target: target(),
        models: [regressionModel(columns)],
        ...forecastOf(columns),
      };
    case 'binary':
      return { ...base, task, ...binaryColumns(columns) };
    case 'multiclass':
      return { ...base, task, ...multiclassColumns(columns) };
    default:
      throw new Error('Several outputs are as many samples: goldenOutputs.');
  }
}

function numbers(values: readonly number[]): NumberColumn {
  return { name: 'column', values: Float64Array.from(values) };
}

function labels(values: readonly number[], names: readonly string[]) {
  return { name: 'label', codes: Int32Array.from(values), labels: names };
}

/** The naive forecast of the targets, one step ahead. */
function forecastOf({ series, time, target }: GoldenColumns) {
  if (series === undefined || time === undefined) return {};
  const rows = {
    series: Int32Array.from(series),
    time: Float64Array.from(time),
    cutoff: null,
    horizon: null,
    target: Float64Array.from(target!),
  };
  return { forecast: naiveForecast(rows, 1) };
}

function regressionModel(columns: GoldenColumns) {
  const { prediction, lower, upper, variance, level, quantiles } = columns;
  return {
    name: 'model',
    prediction: numbers(prediction!),
    ...(lower && { lower: numbers(lower) }),
    ...(upper && { upper: numbers(upper) }),
    ...(variance && { variance: numbers(variance) }),
    ...(level !== undefined && { level }),
    ...(quantiles && {
      quantiles: Object.entries(quantiles).map(([own, values]) => ({
        level: Number(own),
        column: numbers(values),
      })),
    }),
  };
}

function binaryColumns({ target, probability, logit, label, first }: GoldenColumns) {
  const classes = ['0', '1'] as const;
  const models = [
    ...(first ? [{ name: 'first', probability: numbers(first as readonly number[]) }] : []),
    {
      name: 'model',
      ...(probability && { probability: numbers(probability) }),
      ...(logit && { margin: numbers(logit), marginIsLogit: true }),
      ...(label && { label: labels(label, classes) }),
    },
  ];
  return { classes, target: labels(target!, classes), models };
}

function multiclassColumns(columns: GoldenColumns) {
  const { target, probabilities, logits, label, first, ordered } = columns;
  const count = columns.classes ?? (probabilities ?? logits)![0]!.length;
  const classes = Array.from({ length: count }, (_, k) => `class${k}`);
  const split = (rows: readonly (readonly number[])[]) =>
    classes.map((_, k) => numbers(rows.map(row => row[k]!)));
  const models = [
    ...(first
      ? [{ name: 'first', probabilities: split(first as readonly (readonly number[])[]) }]
      : []),
    {
      name: 'model',
      ...(probabilities && { probabilities: split(probabilities) }),
      ...(logits && { logits: split(logits) }),
      ...(label && { label: labels(label, classes) }),
    },
  ];
  return { classes, target: labels(target!, classes), models, ...(ordered && { ordered }) };
}
