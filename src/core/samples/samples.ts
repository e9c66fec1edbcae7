import type { Bounds } from '../../shared/bounds';
import type { NaiveForecast } from '../forecast/forecastRows';

/**
 * What core computes from: columns of equal length, one entry per data row of the source.
 * Missing and unreadable numbers are NaN, missing labels have code -1; nothing has been dropped yet.
 */
export type Samples = RegressionSamples | ErrorSamples | BinarySamples | MulticlassSamples;

/** A column of numbers and the texts of those cells that hold something else. */
export interface NumberColumn {
  readonly name: string;
  readonly values: Float64Array;
  /** Present when all values are known to be finite and within these bounds. */
  readonly bounds?: Bounds;
  /** Row -> text, for cells that are neither a number nor missing. */
  readonly invalid?: ReadonlyMap<number, string>;
}

/** A column of class names as codes into `labels`; code -1 is a missing cell. */
export interface LabelColumn {
  readonly name: string;
  readonly codes: Int32Array;
  readonly labels: readonly string[];
}

interface SamplesBase {
  /** Data rows, usable or not: the length of every column. */
  readonly rows: number;
  /** 1-based line of a 0-based data row; null where the source has no lines. */
  readonly lineOf: (row: number) => number | null;
  readonly weight?: NumberColumn;
  /** Rows with different labels here are reported apart. */
  readonly split?: LabelColumn;
  /** In a long table, the model whose prediction a row holds. */
  readonly byModel?: LabelColumn;
  /** Columns the loss can be broken down by. */
  readonly groups?: readonly LabelColumn[];
}

export interface RegressionSamples extends SamplesBase {
  readonly task: 'regression';
  readonly target: NumberColumn;
  readonly models: readonly RegressionModel[];
  /** Of a forecast: its series and what the naive forecast says of each row. */
  readonly forecast?: NaiveForecast;
}

export interface RegressionModel {
  readonly name: string;
  readonly prediction: NumberColumn;
  readonly lower?: NumberColumn;
  readonly upper?: NumberColumn;
  /** Share of targets that [lower, upper] promises to hold, for example 0.9. */
  readonly level?: number;
  /** Predicted variance (not standard deviation) of the target. */
  readonly variance?: NumberColumn;
  /** Several predicted quantiles, by rising level. */
  readonly quantiles?: readonly { readonly level: number; readonly column: NumberColumn }[];
}

export interface ErrorSamples extends SamplesBase {
  readonly task: 'errors';
  readonly models: readonly { readonly name: string; readonly error: NumberColumn }[];
}

export interface BinarySamples extends SamplesBase {
  readonly task: 'binary';
  /** Codes 0 (negative) and 1 (positive). */
  readonly target: LabelColumn;
  /** `[negative, positive]`: names of the two classes. */
  readonly classes: readonly [string, string];
  readonly models: readonly BinaryModel[];
}

export interface BinaryModel {
  readonly name: string;
  /** Hard labels in the codes of `classes`. */
  readonly label?: LabelColumn;
  /** Probability of the positive class. */
  readonly probability?: NumberColumn;
  /** Signed score, positive for the positive class. */
  readonly margin?: NumberColumn;
  /** True when the margin is a logit, so that its sigmoid is a probability. */
  readonly marginIsLogit?: boolean;
}

export interface MulticlassSamples extends SamplesBase {
  readonly task: 'multiclass';
  readonly target: LabelColumn;
  /** Names of the classes, in the order of all codes and of the probability columns. */
  readonly classes: readonly string[];
  /** True where a person said that the classes have this order. */
  readonly ordered?: true;
  readonly models: readonly MulticlassModel[];
}

export interface MulticlassModel {
  readonly name: string;
  readonly label?: LabelColumn;
  /** One column per class, in the order of `classes`. */
  readonly probabilities?: readonly NumberColumn[];
  /** One column per class, before the softmax. */
  readonly logits?: readonly NumberColumn[];
  /** Probability of the predicted class alone, for files that keep no more. */
  readonly confidence?: NumberColumn;
}
