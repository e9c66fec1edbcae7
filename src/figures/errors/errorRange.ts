import { spreadOf } from '../../core/fastPaths/standIn/spread';
import type { FigureData } from '../../core/figureData';
import { errorReader, hasErrors, type WithErrors } from '../../core/measures/errorsOf';
import { modelsWith } from '../../core/modelsWith';
import type { Control, FigureOptions } from '../../shared/figure';
import { remembered } from '../../shared/remembered';
import { padded } from '../drawing/padded';
import { flagOption } from '../options';

/** Errors beyond this many times the 99 % quantile of |error| would squeeze all others into a line. */
const outlierFactor = 8;

/** The stretch of errors that the figures over the error share, so that they stand aligned. */
export interface ErrorRange {
  readonly min: number;
  readonly max: number;
  /** Holds the switch that widens the range, when some errors lie outside or would. */
  readonly controls: readonly Control[];
}

/** Over all models, so that switching models keeps the axis; always holds 0. */
export function errorRange(data: FigureData, options: FigureOptions): ErrorRange {
  let lowest = 0;
  let highest = 0;
  let usual = 0;
  for (const model of modelsWith(data, hasErrors)) {
    const { min, max, ninetyNinth } = sizesOf(model);
    lowest = Math.max(-Number.MAX_VALUE / 4, Math.min(lowest, min));
    highest = Math.min(Number.MAX_VALUE / 4, Math.max(highest, max));
    usual = Math.max(usual, ninetyNinth);
  }
  const bound = usual > 0 ? outlierFactor * usual : Number.POSITIVE_INFINITY;
  const squeezed = lowest < -bound || highest > bound;
  const everything = flagOption(options, 'outliers');
  const [min, max] =
    squeezed && !everything
      ? padded(Math.max(lowest, -bound), Math.min(highest, bound))
      : padded(lowest, highest);
  return {
    ...zoomed(options, min, max),
    controls: squeezed
      ? [{ kind: 'toggle', id: 'outliers', label: 'Show outlying errors', value: everything }]
      : [],
  };
}

interface ErrorSizes {
  readonly min: number;
  readonly max: number;
  /** The 99 % quantile of |error|, rounded up to a sample: below 101 samples it is the largest. */
  readonly ninetyNinth: number;
}

/** A slider asks for the same range again and again. */
const sizesOf = remembered(measuredSizes);

function measuredSizes(model: WithErrors): ErrorSizes {
  const [min, max] = errorExtent(model);
  const sizes = errorSample(model).map(Math.abs).sort();
  return { min, max, ninetyNinth: sizes[Math.ceil(0.99 * (sizes.length - 1))] ?? 0 };
}

/** At most 50 000 of the errors, evenly spaced through the samples, in ascending order; kept. */
export const errorSample: (model: WithErrors) => Float64Array = remembered(model => {
  const errorAt = errorReader(model);
  const length = Math.min(model.n, 50_000);
  return Float64Array.from({ length }, (_, i) =>
    errorAt(Math.floor((i * model.n) / length)),
  ).sort();
});

/** The smallest and the largest error. */
export function errorExtent(model: WithErrors): readonly [number, number] {
  const { lowest, highest } = spreadOf(model, 'error');
  const errorAt = errorReader(model);
  return [errorAt(lowest[0]!), errorAt(highest[0]!)];
}

function zoomed(
  options: FigureOptions,
  min: number,
  max: number,
): { readonly min: number; readonly max: number } {
  const { xMin: from, xMax: to } = options;
  const valid =
    typeof from === 'number' && typeof to === 'number' && Number.isFinite(to - from) && to > from;
  return valid ? { min: from, max: to } : { min, max };
}
