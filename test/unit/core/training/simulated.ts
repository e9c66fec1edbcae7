import type { History, Series } from '../../../../src/core/training/history';

/** Seeded uniform numbers in [0, 1): mulberry32. */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** Seeded standard normal numbers, by Box and Muller. */
export function normalFrom(random: () => number): () => number {
  return () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

/** A history over epochs 0, 1, 2, ... of curves by name. */
export function historyOf(
  curves: Readonly<Record<string, readonly number[]>>,
  x?: readonly number[],
): History {
  const rows = Math.max(...Object.values(curves).map(values => values.length));
  return {
    name: 'history.csv',
    x: {
      name: 'epoch',
      kind: 'epoch',
      values: Float64Array.from(x ?? Array.from({ length: rows }, (_, row) => row)),
    },
    otherX: [],
    series: Object.entries(curves).map(([name, values]) => seriesOf(name, values)),
    lineOf: row => row + 2,
  };
}

function seriesOf(name: string, values: readonly number[]): Series {
  const quantity = name.replace(/^(val|train|test)_/, '');
  const split = name.startsWith('val_')
    ? 'validation'
    : name.startsWith('test_')
      ? 'test'
      : 'train';
  return {
    name,
    split,
    quantity,
    direction: quantity === 'lr' ? 'none' : /loss|rmse|mse/.test(quantity) ? 'lower' : 'higher',
    rows: Int32Array.from(values, (_, row) => row),
    values: Float64Array.from(values),
  };
}

interface Run {
  readonly epochs: number;
  readonly random: () => number;
  readonly between: (low: number, high: number) => number;
  readonly noise: (level: number, share: number) => number;
}

function runFrom(seed: number): Run {
  const random = randomFrom(seed);
  const normal = normalFrom(random);
  const between = (low: number, high: number): number => low + (high - low) * random();
  return {
    epochs: Math.round(between(12, 150)),
    random,
    between,
    noise: (level, share) => level * share * normal(),
  };
}

/** Both losses fall and flatten at a level of their own, with noise in both, in some runs with memory. */
export function healthyHistory(seed: number): History {
  const { epochs, between, noise, random } = runFrom(seed);
  const start = between(0.7, 5);
  const floor = start * between(0.05, 0.6);
  const gap = between(0, 0.3) * floor;
  const pace = between(0.02, 0.15) * epochs;
  const share = between(0.003, 0.08);
  const memory = random() < 0.5 ? 0 : between(0, 0.6);
  const loss: number[] = [];
  const valLoss: number[] = [];
  let drift = 0;
  for (let epoch = 0; epoch < epochs; epoch++) {
    const level = floor + (start - floor) * Math.exp(-epoch / pace);
    drift = memory * drift + Math.sqrt(1 - memory ** 2) * noise(level + gap, share * 1.5);
    loss.push(level + noise(level, share));
    valLoss.push(level + gap + drift);
  }
  return historyOf({ loss, val_loss: valLoss });
}

/** The validation loss turns in the first two thirds and ends a fifth to twice above its best. */
export function overfitHistory(seed: number): History {
  const { epochs, between, noise, random } = runFrom(seed);
  const start = between(0.7, 5);
  const best = start * between(0.15, 0.7);
  const turn = between(0.1, 0.6) * epochs;
  const rise = best * between(0.2, 1.5);
  const bend = [0.6, 1, 1.7][Math.floor(random() * 3)]!;
  const share = between(0.003, 0.04);
  const loss: number[] = [];
  const valLoss: number[] = [];
  for (let epoch = 0; epoch < epochs; epoch++) {
    const fall = Math.exp((-4 * epoch) / turn);
    const late = Math.max(0, (epoch - turn) / (epochs - turn));
    const train = 0.02 * start + 0.98 * start * Math.exp((-2.2 * epoch) / turn);
    loss.push(train + noise(train, share));
    const level = best + (start - best) * fall + rise * late ** bend;
    valLoss.push(level + noise(level, share));
  }
  return historyOf({ loss, val_loss: valLoss });
}
