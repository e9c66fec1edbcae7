import type { Figure, FigureId, FigureOptions } from '../../shared/figure';
import type { Parameters } from '../../shared/metricId';
import type { FigureInfo } from '../../shared/protocol/inspection';
import type { Sums } from '../result/sums';
import { calibration } from './calibration';
import { confusion } from './confusion';
import { errorHistogram } from './errorHistogram';
import { groups } from './groups';
import type { SumsFigure } from './sumsFigure';
import { thresholdSweep } from './thresholdSweep';

/** The most telling first. */
const figures: readonly SumsFigure[] = [
  errorHistogram,
  calibration,
  thresholdSweep,
  confusion,
  groups,
];

/** The figures that follow from these sums. */
export function figuresOfSums(sums: Sums): readonly FigureInfo[] {
  return figures
    .filter(({ applies }) => applies(sums))
    .map(({ id, title, about }) => ({ id, title, about }));
}

/** One of them under the given controls. Throws an Error with one sentence for any other. */
export function drawSums(
  sums: Sums,
  id: FigureId,
  options: FigureOptions,
  parameters: Parameters,
): Figure {
  const figure = figures.find(known => known.id === id && known.applies(sums));
  if (figure !== undefined) return figure.build(sums, options, parameters);
  throw new Error('This figure needs the rows, and only their sums are here.');
}
