import type { PredictionTask } from '../../shared/metricId';
import type { NaiveForecast } from '../forecast/forecastRows';

/**
 * The samples one model can be judged on within one split, packed: index i of every array is the same
 * sample. When nothing had to be left out the arrays are those of the source, not copies.
 */
export type ModelSamples =
  | RegressionModelSamples
  | ErrorsModelSamples
  | BinaryModelSamples
  | MulticlassModelSamples;

interface ModelSamplesBase {
  readonly task: PredictionTask;
  readonly name: string;
  readonly split: string | null;
  readonly n: number;
  /** Data row of each sample; null when sample i is row i. */
  readonly rows: Int32Array | null;
  /** Sample weights; absent means all 1. */
  readonly weight?: Float64Array;
  /** Columns that the person's own losses name, by data row of the source. */
  readonly columns?: ReadonlyMap<string, Float64Array>;
}

export interface RegressionModelSamples extends ModelSamplesBase {
  readonly task: 'regression';
  readonly target: Float64Array;
  readonly prediction: Float64Array;
  readonly lower?: Float64Array;
  readonly upper?: Float64Array;
  readonly level?: number;
  readonly variance?: Float64Array;
  readonly quantiles?: readonly Quantile[];
  readonly forecast?: NaiveForecast;
}

/** A predicted quantile of every sample; NaN where there is none. */
export interface Quantile {
  readonly level: number;
  readonly values: Float64Array;
}

export interface ErrorsModelSamples extends ModelSamplesBase {
  readonly task: 'errors';
  readonly error: Float64Array;
}

/** Where the hard labels of a classifier come from. */
export type PredictedFrom = 'label' | 'probability' | 'margin';

export interface BinaryModelSamples extends ModelSamplesBase {
  readonly task: 'binary';
  readonly classes: readonly [string, string];
  /** 0 or 1. */
  readonly target: Int32Array;
  /** Hard labels, 0 or 1: the file's own, else p >= 0.5, else margin >= 0. */
  readonly predicted: Int32Array;
  readonly predictedFrom: PredictedFrom;
  readonly probability?: Float64Array;
  readonly margin?: Float64Array;
  readonly marginIsLogit?: boolean;
}

export interface MulticlassModelSamples extends ModelSamplesBase {
  readonly task: 'multiclass';
  readonly classes: readonly string[];
  /** True where a person said that the classes have this order. */
  readonly ordered?: true;
  readonly target: Int32Array;
  readonly predicted: Int32Array;
  readonly predictedFrom: PredictedFrom;
  /** One array per class. */
  readonly probabilities?: readonly Float64Array[];
  /** One array per class, before the softmax. */
  readonly logits?: readonly Float64Array[];
  /** Probability of the predicted class; NaN or outside 0 to 1 where the file has no such number. */
  readonly confidence?: Float64Array;
}

/** The data row of sample `i`. */
export function rowOf(model: ModelSamplesBase, i: number): number {
  return model.rows === null ? i : model.rows[i]!;
}
