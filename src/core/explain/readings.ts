import type { ModelSamples, MulticlassModelSamples } from '../samples/modelSamples';
import type { Beside } from './beside';
import { columnOrders } from './columnOrders';
import { columnReadings } from './columnReadings';
import { labelReadings } from './labelReadings';
import type { Reading } from './reading';

/** Readings of the rows, the plain one first; each is made when it is asked for. */
export function* readings(model: ModelSamples, beside: Beside): Iterable<Reading> {
  yield { text: '', cost: 0, model };
  yield* withoutWeights(model);
  yield* otherReadings(model, beside);
  yield* columnReadings(model, beside);
}

function withoutWeights(model: ModelSamples): readonly Reading[] {
  if (model.weight === undefined) return [];
  const { weight: _, ...rest } = model;
  return [{ text: 'without the weights', cost: 1, model: rest as ModelSamples }];
}

function otherReadings(model: ModelSamples, beside: Beside): readonly Reading[] {
  switch (model.task) {
    case 'regression':
      return [
        {
          text: 'with target and prediction swapped',
          cost: 2,
          model: { ...model, target: model.prediction, prediction: model.target },
        },
        ...shifted(model),
      ];
    case 'errors':
      return [];
    case 'binary':
      return [...labelReadings(model), ...binaryReadings(model), ...shifted(model)];
    case 'multiclass':
      return [...labelReadings(model), ...multiclassReadings(model, beside), ...shifted(model)];
  }
}

/** Predictions moved by one row against the targets. */
function shifted(model: Exclude<ModelSamples, { task: 'errors' }>): readonly Reading[] {
  if (model.n < 3) return [];
  return [1, -1].map(step => ({
    text: `with the predictions ${step > 0 ? 'one row too late' : 'one row too early'}`,
    cost: 3,
    model: shift(model, step),
  }));
}

function shift<T extends ModelSamples>(model: T, step: number): T {
  const n = model.n - 1;
  const start = step > 0 ? 0 : 1;
  const cut = (value: unknown, from: number): unknown => {
    if (value instanceof Float64Array || value instanceof Int32Array) {
      return value.subarray(from, from + n);
    }
    const isColumns = Array.isArray(value) && value[0] instanceof Float64Array;
    return isColumns ? value.map(column => cut(column, from)) : value;
  };
  const moved = Object.entries(model).map(([key, value]) => [
    key,
    cut(value, key === 'target' || key === 'weight' ? 1 - start : start),
  ]);
  return { ...model, ...Object.fromEntries(moved), n, rows: null };
}

function binaryReadings(model: Extract<ModelSamples, { task: 'binary' }>): readonly Reading[] {
  const { probability: p, margin, ...rest } = model;
  if (p === undefined) return [];
  const logit = (name: string, values: Float64Array, text: string): Reading => ({
    text,
    cost: 1,
    model: { ...rest, margin: values, marginIsLogit: true },
    only: { name },
  });
  return [
    logit(
      'PyTorch BCEWithLogitsLoss',
      p,
      'fed with probabilities: the sigmoid applied to probabilities',
    ),
    logit(
      'PyTorch CrossEntropyLoss',
      p.map(x => 2 * x - 1),
      'fed with probabilities: softmax applied twice',
    ),
    {
      text: 'with the probability of the other class',
      cost: 2,
      model: {
        ...model,
        probability: p.map(x => 1 - x),
        predicted: model.predicted.map(label => 1 - label),
      },
    },
  ];
}

function multiclassReadings(
  model: MulticlassModelSamples,
  { classOrder }: Beside,
): readonly Reading[] {
  const { probabilities, logits: _, ...rest } = model;
  if (probabilities === undefined) return [];
  return [
    {
      text: 'fed with probabilities: softmax applied twice',
      cost: 1,
      model: { ...rest, logits: probabilities },
      only: { name: 'PyTorch CrossEntropyLoss' },
    },
    ...renormalised(model, probabilities),
    ...columnOrders(model, probabilities, classOrder?.[model.name]),
  ];
}

/** Libraries that divide the probabilities of a row by their sum do so in silence. */
function renormalised(
  model: MulticlassModelSamples,
  columns: readonly Float64Array[],
): readonly Reading[] {
  const sums = columns[0]!.map((_, i) => columns.reduce((sum, column) => sum + column[i]!, 0));
  if (sums.every(sum => Math.abs(sum - 1) < 1e-9)) return [];
  return [
    {
      text: 'with the probabilities of a row divided by their sum',
      cost: 1,
      model: {
        ...model,
        probabilities: columns.map(column => column.map((p, i) => p / sums[i]!)),
      },
    },
  ];
}
