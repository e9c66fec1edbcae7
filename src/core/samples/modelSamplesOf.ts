import type { Skipped } from '../../shared/lossReport';
import { pickedForecast } from '../forecast/pickedForecast';
import type { ModelSamples, PredictedFrom } from './modelSamples';
import type {
  BinaryModel,
  BinarySamples,
  ErrorSamples,
  MulticlassModel,
  MulticlassSamples,
  RegressionModel,
  RegressionSamples,
  Samples,
} from './samples';
import { atLeast, largest } from './skip/hardLabels';
import { rowSumNote } from './skip/rowSums';
import { pick, type Selection, selections } from './skip/selection';
import { skipLabels, skipNumbers, skipProbabilities, skipWeights } from './skip/skipColumns';
import { SkipLog } from './skip/skipLog';

/** The usable samples of every model and split, and every row that was left out. */
export interface SampledModels {
  readonly models: readonly ModelSamples[];
  readonly skipped: readonly Skipped[];
  readonly notes: readonly string[];
}

/** What one model needs of its columns: which rows it cannot use, and its samples among the others. */
interface Part {
  readonly name: string;
  readonly skip: (log: SkipLog) => void;
  readonly take: (selection: Selection) => ModelSamples;
  readonly note?: (log: SkipLog) => string | null;
}

/** Leaves out unusable rows, model by model and split by split; linear in rows and columns. */
export function modelSamplesOf(samples: Samples): SampledModels {
  const shared = new SkipLog(samples.rows, samples.lineOf);
  skipTargets(samples, shared);
  if (samples.weight !== undefined) skipWeights(shared, samples.weight);
  const models: ModelSamples[] = [];
  const skipped: Skipped[] = [...shared.report(null)];
  const notes: string[] = [];
  for (const part of partsOf(samples)) {
    const log = new SkipLog(samples.rows, samples.lineOf, shared);
    part.skip(log);
    skipped.push(...log.report(part.name));
    const note = part.note?.(log) ?? null;
    if (note !== null) notes.push(note);
    for (const selection of selections(samples.rows, log, samples.split, samples.byModel)) {
      models.push(part.take(selection));
    }
  }
  return { models, skipped, notes };
}

function skipTargets(samples: Samples, log: SkipLog): void {
  if (samples.task === 'regression') skipNumbers(log, samples.target, 'target');
  if (samples.task === 'binary' || samples.task === 'multiclass') {
    skipLabels(log, samples.target, samples.classes.length, 'target');
  }
}

function partsOf(samples: Samples): readonly Part[] {
  switch (samples.task) {
    case 'regression':
      return samples.models.map(model => regressionPart(samples, model));
    case 'errors':
      return samples.models.map(model => errorPart(samples, model));
    case 'binary':
      return samples.models.map(model => binaryPart(samples, model));
    case 'multiclass':
      return samples.models.map(model => multiclassPart(samples, model));
  }
}

/** What every Usable has. */
function common(samples: Samples, name: string, selection: Selection) {
  const { split, n, rows } = selection;
  const weight = samples.weight && pick(samples.weight.values, selection);
  return {
    name: nameIn(samples, name, selection),
    split,
    n,
    rows,
    ...(weight === undefined ? {} : { weight }),
  };
}

/** In a long table the model's own name, with the column's where several columns hold predictions. */
function nameIn(samples: Samples, column: string, { model }: Selection): string {
  if (model === null) return column;
  return samples.models.length === 1 ? model : `${model} ${column}`;
}

function regressionPart(samples: RegressionSamples, model: RegressionModel): Part {
  const { prediction, lower, upper, variance, level, quantiles } = model;
  const { forecast } = samples;
  return {
    name: model.name,
    skip: log => skipNumbers(log, prediction, 'prediction'),
    take: selection => ({
      ...common(samples, model.name, selection),
      task: 'regression',
      target: pick(samples.target.values, selection),
      prediction: pick(prediction.values, selection),
      ...(lower && { lower: pick(lower.values, selection) }),
      ...(upper && { upper: pick(upper.values, selection) }),
      ...(variance && { variance: pick(variance.values, selection) }),
      ...(level === undefined ? {} : { level }),
      ...(quantiles && {
        quantiles: quantiles.map(one => ({
          level: one.level,
          values: pick(one.column.values, selection),
        })),
      }),
      ...(forecast && {
        forecast: pickedForecast(
          forecast,
          values => pick(values, selection),
          codes => pick(codes, selection),
        ),
      }),
    }),
  };
}

function errorPart(samples: ErrorSamples, { name, error }: ErrorSamples['models'][number]): Part {
  return {
    name,
    skip: log => skipNumbers(log, error, 'error'),
    take: selection => ({
      ...common(samples, name, selection),
      task: 'errors',
      error: pick(error.values, selection),
    }),
  };
}

function binaryPart(samples: BinarySamples, model: BinaryModel): Part {
  const { label, probability, margin, marginIsLogit } = model;
  return {
    name: model.name,
    skip: log => {
      if (label !== undefined) skipLabels(log, label, 2, 'label');
      if (probability !== undefined) skipProbabilities(log, probability);
      if (margin !== undefined) skipNumbers(log, margin, 'margin');
    },
    take: selection => {
      const probabilities = probability && pick(probability.values, selection);
      const margins = margin && pick(margin.values, selection);
      const labels = label && pick(label.codes, selection);
      return {
        ...common(samples, model.name, selection),
        task: 'binary',
        classes: samples.classes,
        target: pick(samples.target.codes, selection),
        predicted: labels ?? hardLabels(selection.n, probabilities, margins),
        predictedFrom: origin(label, probability),
        ...(probabilities && { probability: probabilities }),
        ...(margins && { margin: margins }),
        ...(marginIsLogit === undefined ? {} : { marginIsLogit }),
      };
    },
  };
}

function hardLabels(n: number, probability?: Float64Array, margin?: Float64Array): Int32Array {
  if (probability !== undefined) return atLeast(probability, 0.5);
  return margin === undefined ? new Int32Array(n) : atLeast(margin, 0);
}

function origin(label: unknown, probability: unknown): PredictedFrom {
  if (label !== undefined) return 'label';
  return probability === undefined ? 'margin' : 'probability';
}

function multiclassPart(samples: MulticlassSamples, model: MulticlassModel): Part {
  const { label, probabilities, logits, confidence } = model;
  return {
    name: model.name,
    skip: log => {
      if (label !== undefined) skipLabels(log, label, samples.classes.length, 'label');
      for (const column of probabilities ?? []) skipProbabilities(log, column);
      for (const column of logits ?? []) skipNumbers(log, column, 'logit');
    },
    take: selection => {
      const chances = probabilities?.map(column => pick(column.values, selection));
      const scores = logits?.map(column => pick(column.values, selection));
      const labels = label && pick(label.codes, selection);
      return {
        ...common(samples, model.name, selection),
        task: 'multiclass',
        classes: samples.classes,
        ...(samples.ordered && { ordered: samples.ordered }),
        target: pick(samples.target.codes, selection),
        predicted: labels ?? largest(chances ?? scores ?? [], selection.n),
        predictedFrom: origin(label, probabilities),
        ...(chances && { probabilities: chances }),
        ...(scores && { logits: scores }),
        ...(confidence && { confidence: pick(confidence.values, selection) }),
      };
    },
    note: log => rowSumNote(model, log, samples.lineOf),
  };
}
