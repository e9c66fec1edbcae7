import type { NaiveForecast } from '../forecast/forecastRows';
import { Memo } from '../memo/memo';
import { memoOf } from '../memo/memoOf';
import type { ErrorsModelSamples, Quantile, RegressionModelSamples } from '../samples/modelSamples';
import { rowOf } from '../samples/modelSamples';

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
  readonly quantiles: readonly Quantile[] | null;
  readonly forecast: NaiveForecast | null;
  /** Another column by its name, one value for each sample. */
  readonly columnOf: (name: string) => Float64Array | undefined;
  readonly memo: Memo;
  /** Remembers what depends on the targets alone, for constant predictions too. */
  readonly ofTargets: Memo;
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
  model: RegressionModelSamples | ErrorsModelSamples,
  lineOf: (row: number) => number | null,
  ofTargets: Memo = new Memo(),
): ErrorView {
  const alone = model.task === 'errors';
  return {
    n: model.n,
    target: alone ? zero : model.target,
    targetMask: alone ? 0 : -1,
    prediction: alone ? model.error : model.prediction,
    predictionMask: -1,
    weight: model.weight,
    lineOf: i => lineOf(rowOf(model, i)),
    interval: alone ? null : intervalOf(model),
    variance: alone ? null : (model.variance ?? null),
    quantiles: alone ? null : (model.quantiles ?? null),
    forecast: alone ? null : (model.forecast ?? null),
    columnOf: name => columnOf(model, name),
    memo: new Memo(),
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
    quantiles: null,
    forecast: null,
    memo: new Memo(),
  };
}

/** The weights, or a column packed like the samples; made once for each model. */
function columnOf(
  model: RegressionModelSamples | ErrorsModelSamples,
  name: string,
): Float64Array | undefined {
  if (name === 'weight') return model.weight;
  const column = model.columns?.get(name);
  if (column === undefined || model.rows === null) return column;
  const { rows } = model;
  return memoOf(model).get(`column ${name}`, () => Float64Array.from(rows, row => column[row]!));
}

function intervalOf({ lower, upper, level }: RegressionModelSamples): Interval | null {
  return lower === undefined || upper === undefined ? null : { lower, upper, level };
}
