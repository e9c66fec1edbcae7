import type { Usable } from '../samples/usable';

/** The rows as a script may have read them by mistake or by habit. */
export interface Reading {
  /** Empty for the rows as they are. */
  readonly text: string;
  readonly cost: number;
  readonly usable: Usable;
  /** The one loss this reading is about, with the name it goes by; otherwise all numbers are tried. */
  readonly only?: { readonly name: string };
}

/** Readings of the rows, the plain one first. */
export function readings(usable: Usable): readonly Reading[] {
  const plain: Reading = { text: '', cost: 0, usable };
  return [plain, ...withoutWeights(usable), ...otherReadings(usable)];
}

function withoutWeights(usable: Usable): readonly Reading[] {
  if (usable.weight === undefined) return [];
  const { weight: _, ...rest } = usable;
  return [{ text: 'without the weights', cost: 1, usable: rest as Usable }];
}

function otherReadings(usable: Usable): readonly Reading[] {
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
      return [...binaryReadings(usable), ...shifted(usable)];
    case 'multiclass':
      return [...multiclassReadings(usable), ...shifted(usable)];
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

function multiclassReadings(usable: Extract<Usable, { task: 'multiclass' }>): readonly Reading[] {
  const { probabilities, logits: _, ...rest } = usable;
  if (probabilities === undefined) return [];
  return [
    {
      text: 'fed with probabilities: softmax applied twice',
      cost: 1,
      usable: { ...rest, logits: probabilities },
      only: { name: 'PyTorch CrossEntropyLoss' },
    },
    ...columnOrders(usable, probabilities),
  ];
}

/** Class columns taken in another order: sorted by name, reversed, moved by one. */
function columnOrders(
  usable: Extract<Usable, { task: 'multiclass' }>,
  columns: readonly Float64Array[],
): readonly Reading[] {
  const places = columns.map((_, k) => k);
  const byName = [...places].sort((a, b) => (usable.classes[a]! < usable.classes[b]! ? -1 : 1));
  const orders = [
    { order: byName, text: 'with the class columns in alphabetical order' },
    { order: [...places].reverse(), text: 'with the class columns in reverse order' },
    { order: [...places.slice(1), 0], text: 'with the class columns moved by one' },
  ];
  return orders
    .filter(({ order }) => order.some((k, place) => k !== place))
    .map(({ order, text }) => ({
      text,
      cost: 2,
      usable: {
        ...usable,
        probabilities: order.map(k => columns[k]!),
        predicted: usable.predicted.map(label => order.indexOf(label)),
      },
    }));
}
