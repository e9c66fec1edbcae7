import { Once } from '../memo/once';
import type { UsableErrors, UsableRegression } from '../samples/usable';
import { rowOf } from '../samples/usable';

/**
 * Targets and predictions as the losses of numbers read them. A mask of -1 reads `values[i]`, a mask of 0
 * always reads `values[0]`: so errors alone have the target 0, and a constant prediction needs no column.
 */
export interface ErrorView {
  readonly n: number;
  readonly target: Float64Array;
  readonly targetMask: 0 | -1;
  readonly prediction: Float64Array;
  readonly predictionMask: 0 | -1;
  readonly weight: Float64Array | undefined;
  readonly lineOf: (i: number) => number | null;
  readonly interval: Interval | null;
  readonly variance: Float64Array | null;
  readonly once: Once;
  /** Remembers what depends on the targets alone, for constant predictions too. */
  readonly ofTargets: Once;
}

/** Bounds of each sample; NaN where the file has none. */
export interface Interval {
  readonly lower: Float64Array;
  readonly upper: Float64Array;
  readonly level: number | undefined;
}

const zero = new Float64Array(1);

/** `lineOf` takes a data row; `ofTargets` is what other models with the same targets have found. */
export function errorView(
  usable: UsableRegression | UsableErrors,
  lineOf: (row: number) => number | null,
  ofTargets: Once = new Once(),
): ErrorView {
  const alone = usable.task === 'errors';
  return {
    n: usable.n,
    target: alone ? zero : usable.target,
    targetMask: alone ? 0 : -1,
    prediction: alone ? usable.error : usable.prediction,
    predictionMask: -1,
    weight: usable.weight,
    lineOf: i => lineOf(rowOf(usable, i)),
    interval: alone ? null : intervalOf(usable),
    variance: alone ? null : (usable.variance ?? null),
    once: new Once(),
    ofTargets,
  };
}

/** The same targets under a prediction that is always `constant`. */
export function constantView(view: ErrorView, constant: number): ErrorView {
  return {
    ...view,
    prediction: Float64Array.of(constant),
    predictionMask: 0,
    interval: null,
    variance: null,
    once: new Once(),
  };
}

function intervalOf({ lower, upper, level }: UsableRegression): Interval | null {
  return lower === undefined || upper === undefined ? null : { lower, upper, level };
}
