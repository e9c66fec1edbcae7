import { spreadOf } from '../../core/fastPaths/sketch/spread';
import { errorReader, hasErrors, type WithErrors } from '../../core/measures/errorsOf';
import { modelsWith } from '../../core/modelsWith';
import type { PredictionData } from '../../core/predictionData';
import type { Control, FigureOptions } from '../../shared/figure';
import { remembered } from '../../shared/remembered';
import { narrowest, padded } from '../drawing/padded';
import { flagOption } from '../options';
import { binWidth, edgesAround } from './histogram';

/** Errors beyond this many times the 99 % quantile of |error| would squeeze all others into a line. */
const outlierFactor = 8;

/** The stretch of errors that the figures over the error share, so that they stand aligned. */
export interface ErrorRange {
  readonly min: number;
  readonly max: number;
  /** Between which bins of errors lie, `step` apart: the same for all models. */
  readonly edges: Float64Array;
  readonly step: number;
  /** Holds the switch that widens the range, when some errors lie outside or would. */
  readonly controls: readonly Control[];
}

interface Stretch {
  readonly min: number;
  readonly max: number;
}

/** Over all models, so that switching models keeps the axis; always holds 0, and whole bins unless it is zoomed. */
export function errorRange(data: PredictionData, options: FigureOptions): ErrorRange {
  const models = modelsWith(data, hasErrors);
  const { all, usual } = reachOf(models);
  const squeezed = all.min < usual.min || all.max > usual.max;
  const everything = flagOption(options, 'outliers');
  const zoom = zoomOf(options);
  const held =
    zoom ??
    (everything ? all : { min: Math.max(all.min, usual.min), max: Math.min(all.max, usual.max) });
  const [min, max] = zoom === undefined ? padded(held.min, held.max) : [zoom.min, zoom.max];
  const widths = models.map(model => binWidth(model.n, errorSample(model), min, max));
  const step = Math.max(...widths);
  const edges = edgesAround(held.min, held.max, step);
  return {
    min: zoom?.min ?? Math.min(min, edges[0]!),
    max: zoom?.max ?? Math.max(max, edges.at(-1)!),
    edges,
    step,
    controls: squeezed
      ? [{ kind: 'toggle', id: 'outliers', label: 'Show outlying errors', value: everything }]
      : [],
  };
}

/** How far the errors of all models reach, and how far those that do not squeeze all others. */
function reachOf(models: readonly WithErrors[]): {
  readonly all: Stretch;
  readonly usual: Stretch;
} {
  let lowest = 0;
  let highest = 0;
  let ordinary = 0;
  for (const model of models) {
    const { min, max, ninetyNinth } = sizesOf(model);
    lowest = Math.max(-Number.MAX_VALUE / 4, Math.min(lowest, min));
    highest = Math.min(Number.MAX_VALUE / 4, Math.max(highest, max));
    ordinary = Math.max(ordinary, ninetyNinth);
  }
  const bound = ordinary > 0 ? outlierFactor * ordinary : Number.POSITIVE_INFINITY;
  return { all: { min: lowest, max: highest }, usual: { min: -bound, max: bound } };
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

function zoomOf({ xMin: min, xMax: max }: FigureOptions): Stretch | undefined {
  const isStretch =
    typeof min === 'number' &&
    typeof max === 'number' &&
    Number.isFinite(max - min) &&
    max - min >= narrowest;
  return isStretch ? { min, max } : undefined;
}
