import type { Usable, UsableMulticlass } from '../samples/usable';
import type { Beside } from './beside';
import { columnOrders } from './columnOrders';
import { columnReadings } from './columnReadings';
import { labelReadings } from './labelReadings';
import type { Reading } from './reading';

/** Readings of the rows, the plain one first. */
export function readings(usable: Usable, beside: Beside): readonly Reading[] {
  const plain: Reading = { text: '', cost: 0, usable };
  return [
    plain,
    ...withoutWeights(usable),
    ...otherReadings(usable, beside),
    ...columnReadings(usable, beside),
  ];
}

function withoutWeights(usable: Usable): readonly Reading[] {
  if (usable.weight === undefined) return [];
  const { weight: _, ...rest } = usable;
  return [{ text: 'without the weights', cost: 1, usable: rest as Usable }];
}

function otherReadings(usable: Usable, beside: Beside): readonly Reading[] {
  switch (usable.task) {
    case 'regression':
      return [
        {
          text: 'with target and prediction swapped',
          cost: 2,
          usable: { ...usable, target: usable.prediction, prediction: usable.target },
        },
        ...shifted(usable),
      ];
    case 'errors':
      return [];
    case 'binary':
      return [...labelReadings(usable), ...binaryReadings(usable), ...shifted(usable)];
    case 'multiclass':
      return [...labelReadings(usable), ...multiclassReadings(usable, beside), ...shifted(usable)];
  }
}

/** Predictions moved by one row against the targets. */
function shifted(usable: Exclude<Usable, { task: 'errors' }>): readonly Reading[] {
  if (usable.n < 3) return [];
  return [1, -1].map(step => ({
    text: `with the predictions ${step > 0 ? 'one row too late' : 'one row too early'}`,
    cost: 3,
    usable: shift(usable, step),
  }));
}

function shift<T extends Usable>(usable: T, step: number): T {
  const n = usable.n - 1;
  const start = step > 0 ? 0 : 1;
  const cut = (value: unknown, from: number): unknown => {
    if (value instanceof Float64Array || value instanceof Int32Array) {
      return value.subarray(from, from + n);
    }
    const isColumns = Array.isArray(value) && value[0] instanceof Float64Array;
    return isColumns ? value.map(column => cut(column, from)) : value;
  };
  const moved = Object.entries(usable).map(([key, value]) => [
    key,
    cut(value, key === 'target' || key === 'weight' ? 1 - start : start),
  ]);
  return { ...usable, ...Object.fromEntries(moved), n, rows: null };
}

function binaryReadings(usable: Extract<Usable, { task: 'binary' }>): readonly Reading[] {
  const { probability: p, margin, ...rest } = usable;
  if (p === undefined) return [];
  const logit = (name: string, values: Float64Array, text: string): Reading => ({
    text,
    cost: 1,
    usable: { ...rest, margin: values, marginIsLogit: true },
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
      usable: {
        ...usable,
        probability: p.map(x => 1 - x),
        predicted: usable.predicted.map(label => 1 - label),
      },
    },
  ];
}

function multiclassReadings(usable: UsableMulticlass, { classOrder }: Beside): readonly Reading[] {
  const { probabilities, logits: _, ...rest } = usable;
  if (probabilities === undefined) return [];
  return [
    {
      text: 'fed with probabilities: softmax applied twice',
      cost: 1,
      usable: { ...rest, logits: probabilities },
      only: { name: 'PyTorch CrossEntropyLoss' },
    },
    ...renormalised(usable, probabilities),
    ...columnOrders(usable, probabilities, classOrder?.[usable.name]),
  ];
}

/** Libraries that divide the probabilities of a row by their sum do so in silence. */
function renormalised(
  usable: UsableMulticlass,
  columns: readonly Float64Array[],
): readonly Reading[] {
  const sums = columns[0]!.map((_, i) => columns.reduce((sum, column) => sum + column[i]!, 0));
  if (sums.every(sum => Math.abs(sum - 1) < 1e-9)) return [];
  return [
    {
      text: 'with the probabilities of a row divided by their sum',
      cost: 1,
      usable: {
        ...usable,
        probabilities: columns.map(column => column.map((p, i) => p / sums[i]!)),
      },
    },
  ];
}
