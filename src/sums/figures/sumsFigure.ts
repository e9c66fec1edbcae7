import type { Control, Figure, FigureId, FigureOptions } from '../../shared/figure';
import type { Parameters } from '../../shared/metricId';
import type { Cell } from '../result/cell';
import { cellsOfModel } from '../result/cellsOfModel';
import type { Sums } from '../result/sums';

/** A figure of sums: what a figure of rows shows, as far as it follows from them. */
export interface SumsFigure {
  readonly id: FigureId;
  readonly title: string;
  readonly about: string;
  readonly applies: (sums: Sums) => boolean;
  readonly build: (sums: Sums, options: FigureOptions, parameters: Parameters) => Figure;
}

export interface ChosenModel {
  readonly name: string;
  readonly index: number;
  /** The used rows, groups taken together. */
  readonly cells: readonly Cell[];
  readonly controls: readonly Control[];
}

/** The model that the options name, the first one otherwise, and the control that changes it. */
export function chosenModel(sums: Sums, options: FigureOptions): ChosenModel {
  const { models } = sums.about;
  const named = Number(options['model'] ?? 0);
  const index = models[named] === undefined ? 0 : named;
  const control: Control = {
    kind: 'choice',
    id: 'model',
    label: 'Model',
    value: String(index),
    options: models.map((name, i) => ({ value: String(i), label: name })),
  };
  return {
    name: models[index]!,
    index,
    cells: cellsOfModel(sums, index).filter(({ status }) => status === 'used'),
    controls: models.length > 1 ? [control] : [],
  };
}

/** A number of the options, kept in its range. */
export function numberIn(
  options: FigureOptions,
  id: string,
  { usual, min, max }: { readonly usual: number; readonly min: number; readonly max: number },
): number {
  const value = options[id];
  if (typeof value !== 'number' || Number.isNaN(value)) return usual;
  return Math.min(max, Math.max(min, value));
}

/** The names of the classes, in the order of their numbers. */
export function classesOf({ about }: Sums): readonly string[] {
  if (about.classes.length > 0) return about.classes;
  const positive = about.positive ?? 'positive';
  return [`not ${positive}`, positive];
}
