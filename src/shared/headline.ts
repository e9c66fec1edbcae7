import type { MetricId } from './metricId';

/** The answer of a report before anything else. */
export interface Headline {
  /** One sentence: who is best by what, that nobody can tell, or how wrong the only model is. */
  readonly text: string;
  /** What it rests on, in a sentence or two; may be empty. */
  readonly detail: string;
  /** Lines of the rows that the detail speaks of, the first 100. */
  readonly lines?: readonly number[];
  /** Index of the source that each line is of; the first one when left out. */
  readonly sources?: readonly number[];
  /** The main loss of each model. */
  readonly tiles: readonly Tile[];
}

/** One model by its main loss. */
export interface Tile {
  readonly model: string;
  readonly split: string | null;
  readonly metric: MetricId;
  /** What the loss is called in a sentence, `typical error`. */
  readonly name: string;
  readonly value: number;
  /** 95 %; null where there is none. */
  readonly interval: readonly [low: number, high: number] | null;
  /** What the best constant costs; null where there is none, and of few rows. */
  readonly baseline: number | null;
  /** `43 % better than always guessing the median`; empty without a baseline. */
  readonly against: string;
}

/** In so few rows a constant fitted to them beats everything and no interval holds: they are told one by one. */
export const fewRows = 5;
