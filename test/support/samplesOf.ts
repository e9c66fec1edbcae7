import type { ModelSamples } from '../../src/core/samples/modelSamples';
import { modelSamplesOf } from '../../src/core/samples/modelSamplesOf';
import type { Samples } from '../../src/core/samples/samples';

const lineOf = (row: number): number => row + 2;

const numbers = (name: string, values: readonly number[]) => ({
  name,
  values: Float64Array.from(values),
});

/** Columns of one regression model called `model`, as if read from a file with a header. */
export function regression(
  target: readonly number[],
  prediction: readonly number[],
  weight?: readonly number[],
): Samples {
  return {
    task: 'regression',
    rows: target.length,
    lineOf,
    target: numbers('target', target),
    models: [{ name: 'model', prediction: numbers('model', prediction) }],
    ...(weight && { weight: numbers('weight', weight) }),
  };
}

export function errors(values: readonly number[]): Samples {
  return {
    task: 'errors',
    rows: values.length,
    lineOf,
    models: [{ name: 'errors', error: numbers('errors', values) }],
  };
}

/** Columns of binary models given by their probabilities of class 1. */
export function binary(
  target: readonly number[],
  probabilities: Readonly<Record<string, readonly number[]>>,
  weight?: readonly number[],
): Samples {
  return {
    task: 'binary',
    rows: target.length,
    lineOf,
    classes: ['0', '1'],
    target: { name: 'label', codes: Int32Array.from(target), labels: ['0', '1'] },
    models: Object.entries(probabilities).map(([name, values]) => ({
      name,
      probability: numbers(name, values),
    })),
    ...(weight && { weight: numbers('weight', weight) }),
  };
}

/** Columns of one multiclass model called `model`; one row of scores per sample. */
export function multiclass(
  target: readonly number[],
  scores: readonly (readonly number[])[],
  kind: 'probabilities' | 'logits' = 'probabilities',
): Samples {
  const classes = scores[0]!.map((_, k) => `class${k}`);
  const columns = classes.map((name, k) =>
    numbers(
      name,
      scores.map(row => row[k]!),
    ),
  );
  return {
    task: 'multiclass',
    rows: target.length,
    lineOf,
    classes,
    target: { name: 'label', codes: Int32Array.from(target), labels: classes },
    models: [{ name: 'model', [kind]: columns }],
  };
}

/** The usable samples of the first model. */
export function firstUsable(samples: Samples): ModelSamples {
  return modelSamplesOf(samples).models[0]!;
}
