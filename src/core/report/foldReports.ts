import type { ModelReport, OverFolds } from '../../shared/lossReport';
import type { MetricId } from '../../shared/metricId';
import { modelSamplesOf } from '../samples/modelSamplesOf';
import type { LabelColumn, Samples } from '../samples/samples';
import { type EvaluateOptions, evaluate } from './evaluate';

/** Every model judged on each fold by itself, in the order in which the folds come. */
export function foldReports(
  samples: Samples,
  fold: LabelColumn,
  options: EvaluateOptions,
): readonly ModelReport[] {
  const { models } = modelSamplesOf({ ...samples, split: fold });
  const used = models.filter(({ n, split }) => n > 0 && split !== null);
  return evaluate(used, options).map(({ split, ...report }) => ({
    ...report,
    split: null,
    fold: split,
  }));
}

/**
 * Mean of a model's losses over its folds, each fold counting once, and their standard deviation with n - 1; of
 * losses that every fold has. undefined for fewer than two folds.
 */
export function overFolds(folds: readonly ModelReport[], name: string): OverFolds | undefined {
  const own = folds.filter(report => report.name === name);
  if (own.length < 2) return undefined;
  const found: { -readonly [K in keyof OverFolds]: OverFolds[K] } = {};
  for (const id of Object.keys(own[0]!.values) as MetricId[]) {
    const values = own.map(({ values: of }) => of[id]);
    if (values.some(value => value === undefined || !Number.isFinite(value))) continue;
    found[id] = meanAndDeviation(values as number[]);
  }
  return found;
}

function meanAndDeviation(values: readonly number[]): { mean: number; deviation: number } {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return { mean, deviation: Math.sqrt(squares / (values.length - 1)) };
}
