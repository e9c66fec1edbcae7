import type { History } from './history';

/** The learning rate of a run, as far as it was written down. */
export interface LearningRate {
  readonly name: string;
  readonly largest: number;
  readonly last: number;
}

/** Below this share of its largest value hardly anything is learned any more. */
const runOut = 0.02;

/** The first learning rate of a history that has a finite value above 0; null without one. */
export function learningRateOf({ series }: History): LearningRate | null {
  for (const { name, quantity, values } of series) {
    if (quantity !== 'lr') continue;
    const finite = values.filter(value => Number.isFinite(value));
    const largest = finite.reduce((most, value) => Math.max(most, value), 0);
    const last = finite.at(-1);
    if (last !== undefined && largest > 0) return { name, largest, last };
  }
  return null;
}

/** True when the learning rate ends so far below its largest value that the curve flattens of itself. */
export function hasRunOut({ last, largest }: LearningRate): boolean {
  return last < runOut * largest;
}
