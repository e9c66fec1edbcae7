import type { PredictionData } from '../../../src/core/predictionData';
import { modelSamplesOf } from '../../../src/core/samples/modelSamplesOf';
import type { LabelColumn, NumberColumn, Samples } from '../../../src/core/samples/samples';
import { defaultParameters } from '../../../src/shared/metricId';

export function numbers(name: string, values: Iterable<number>): NumberColumn {
  return { name, values: Float64Array.from(values) };
}

export function labels(
  name: string,
  names: readonly string[],
  codes: Iterable<number>,
): LabelColumn {
  return { name, labels: names, codes: Int32Array.from(codes) };
}

/** Data whose row r stands on line r + 2, below a header. */
export function dataOf(samples: Samples): PredictionData {
  const { models } = modelSamplesOf(samples);
  return { models, samples, parameters: defaultParameters, lineOf: samples.lineOf };
}

const lineOf = (row: number) => row + 2;

export function errorsData(...errors: number[]): PredictionData {
  return dataOf({
    task: 'errors',
    rows: errors.length,
    lineOf,
    models: [{ name: 'errors', error: numbers('errors', errors) }],
  });
}

export function regressionData(
  target: readonly number[],
  models: Readonly<Record<string, readonly number[]>>,
): PredictionData {
  return dataOf({
    task: 'regression',
    rows: target.length,
    lineOf,
    target: numbers('target', target),
    models: Object.entries(models).map(([name, values]) => ({
      name,
      prediction: numbers(name, values),
    })),
  });
}

/** Models give P(positive). */
export function binaryData(
  target: readonly number[],
  models: Readonly<Record<string, readonly number[]>>,
): PredictionData {
  return dataOf({
    task: 'binary',
    rows: target.length,
    lineOf,
    classes: ['0', '1'],
    target: labels('label', ['0', '1'], target),
    models: Object.entries(models).map(([name, values]) => ({
      name,
      probability: numbers(name, values),
    })),
  });
}

/** A model gives one row of class probabilities for each sample, or hard labels. */
export function multiclassData(
  classes: readonly string[],
  target: readonly number[],
  models: Readonly<
    Record<
      string,
      { readonly label?: readonly number[]; readonly rows?: readonly (readonly number[])[] }
    >
  >,
): PredictionData {
  return dataOf({
    task: 'multiclass',
    rows: target.length,
    lineOf,
    classes,
    target: labels('label', classes, target),
    models: Object.entries(models).map(([name, { label, rows }]) => ({
      name,
      ...(label && { label: labels(name, classes, label) }),
      ...(rows && {
        probabilities: classes.map((c, k) =>
          numbers(
            c,
            rows.map(row => row[k]!),
          ),
        ),
      }),
    })),
  });
}

/** The 100 rows of two models that are right on the same 90: A .95 and .40, B .55 and .001. */
export function twoModels(): PredictionData {
  const target = Array.from({ length: 100 }, (_, i) => i % 2);
  const given = (right: number, wrong: number) =>
    target.map((y, i) => {
      const truth = i < 90 ? right : wrong;
      return y === 1 ? truth : 1 - truth;
    });
  return binaryData(target, { model_a: given(0.95, 0.4), model_b: given(0.55, 0.001) });
}

/** Numbers that look random and are the same every time: normal by summing twelve uniform ones. */
export function gaussians(count: number, seed = 1): number[] {
  const uniform = uniforms(count * 12, seed);
  return Array.from({ length: count }, (_, i) => {
    let sum = -6;
    for (let k = 0; k < 12; k++) sum += uniform[12 * i + k]!;
    return sum;
  });
}

/** mulberry32 */
export function uniforms(count: number, seed = 1): number[] {
  let state = seed;
  return Array.from({ length: count }, () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  });
}
