import type { History, Series } from '../../src/core/training/history';
import type { Draw } from './draw';

/** One curve of a simulated run: what it would be without noise, and what was written down. */
export interface Simulated {
  readonly name: string;
  readonly split: Series['split'];
  readonly quantity: string;
  readonly direction: Series['direction'];
  readonly truth: readonly number[];
  readonly written: readonly number[];
  /** Standard deviation of the noise in the last value. */
  readonly lastNoise: number;
  /** Only every so many rows holds a value, the last row included. */
  readonly every: number;
}

/** How far the values scatter about the truth. */
export interface Scatter {
  /** Standard deviation as a share of the level, or of the first value when it is the same all along. */
  readonly share: number;
  readonly grows: boolean;
  /** Correlation of the noise with that of the row before. */
  readonly memory: number;
}

/** A scatter of 0.2 % to 6 % of the level (of 0.1 % to 1.5 % of the start), in a third of runs with memory. */
export function anyScatter(draw: Draw, most = 0.06): Scatter {
  const grows = draw.chance(0.7);
  return {
    share: grows ? draw.scaled(0.002, most) : draw.scaled(0.001, most / 4),
    grows,
    memory: draw.chance(0.67) ? 0 : draw.between(0, 0.5),
  };
}

type Named = Pick<Simulated, 'name' | 'split' | 'quantity' | 'direction'>;

export const trainLoss: Named = {
  name: 'loss',
  split: 'train',
  quantity: 'loss',
  direction: 'lower',
};
export const heldLoss: Named = {
  name: 'val_loss',
  split: 'validation',
  quantity: 'loss',
  direction: 'lower',
};
export const heldScore: Named = {
  name: 'val_accuracy',
  split: 'validation',
  quantity: 'accuracy',
  direction: 'higher',
};

/** A curve of `truth(t)` over `n` rows, t from 0 to 1, with scatter. */
export function simulated(
  named: Named,
  n: number,
  truth: (t: number, row: number) => number,
  scatter: Scatter,
  draw: Draw,
  every = 1,
): Simulated {
  const levels = Array.from({ length: n }, (_, row) => truth(n < 2 ? 0 : row / (n - 1), row));
  const scale = (level: number): number =>
    scatter.share * Math.abs(scatter.grows ? level : levels[0]!);
  let drift = 0;
  const written = levels.map(level => {
    drift = scatter.memory * drift + Math.sqrt(1 - scatter.memory ** 2) * draw.normal();
    return level + scale(level) * drift;
  });
  return { ...named, truth: levels, written, lastNoise: scale(levels.at(-1)!), every };
}

/** The run as it would be read from a log with a row per epoch. */
export function historyFrom(curves: readonly Simulated[]): History {
  const rows = Math.max(...curves.map(({ written }) => written.length));
  return {
    name: 'simulated',
    x: { name: 'epoch', kind: 'epoch', values: Float64Array.from({ length: rows }, (_, i) => i) },
    otherX: [],
    series: curves.map(seriesFrom),
    lineOf: row => row + 2,
  };
}

function seriesFrom({ name, split, quantity, direction, written, every }: Simulated): Series {
  const last = written.length - 1;
  const rows = written.flatMap((_, row) => ((last - row) % every === 0 ? [row] : []));
  return {
    name,
    split,
    quantity,
    direction,
    rows: Int32Array.from(rows),
    values: Float64Array.from(rows, row => written[row]!),
  };
}
