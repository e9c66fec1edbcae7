import type { MetricId, Parameters, PredictionTask } from '../../shared/metricId';
import type { Recipe } from '../code/recipe';
import type { ClassView } from '../measures/classView';
import type { ErrorView } from '../measures/errorView';
import type { Measured } from '../measures/measured';
import type { BlockLoss, CurveLoss, NumberLoss, SampleLoss } from '../measures/sampleLoss';
import type { ModelSamples } from '../samples/modelSamples';
import type { Fill } from '../statistics/fill';

/** The parameters a person can move; class weights are not among them. */
export type ParameterName = Exclude<keyof Parameters, 'classWeights'>;

/**
 * One loss or score: everything that table, charts, settings, documentation, copied code and tests know
 * about it. A slot that does not apply says so with null; none can be forgotten.
 */
export type MetricDefinition = NumberMetric | ClassMetric | ModelMetric;

/** A metric of numbers: errors, or predictions against targets. */
export interface NumberMetric extends MetricBase {
  readonly measures: 'numbers';
  readonly tasks: readonly ('regression' | 'errors')[];
  /** Value over all samples. */
  readonly measure: (view: ErrorView, parameters: Parameters) => Measured;
  /** null where no sample has a loss of its own. */
  readonly sample: NumberSample | null;
}

/** A metric of classes, from labels, probabilities or margins. */
export interface ClassMetric extends MetricBase {
  readonly measures: 'classes';
  readonly tasks: readonly ClassTask[];
  readonly measure: (view: ClassView, parameters: Parameters) => Measured;
  readonly sample: ClassSample | null;
}

/** A metric of one model against the first model of the report, over the rows that both have. */
export interface ModelMetric extends MetricBase {
  readonly measures: 'models';
  readonly tasks: readonly ClassTask[];
  readonly measure: (model: ModelSamples, first: ModelSamples) => Measured;
}

type ClassTask = 'binary' | 'multiclass';

interface MetricBase {
  readonly id: MetricId;
  readonly name: string;
  /** Plain text. */
  readonly formula: string;
  /** The same as TeX, which the build draws. */
  readonly tex: string;
  readonly direction: 'lower' | 'higher' | 'zero';
  readonly range: string;
  /** Value of a perfect prediction, towards which skill is measured; null where there is none. */
  readonly perfect: number | null;
  readonly parameters: readonly ParameterName[];
  /** The constant prediction the value is compared with. */
  readonly baseline: 'mean' | 'median' | 'quantile' | 'frequencies' | null;
  /** What may have been done to its value where it is printed. */
  readonly kind: QuantityKind;
  /** How its 95 % interval is found. */
  readonly interval: IntervalKind;
  /** Lines of Python that print the same value. */
  readonly code: Recipe;
  /** The convention shown, and what other libraries print. */
  readonly note: string;
  readonly source: string;
}

/**
 * What can still be done to a number: a mean of squares is rooted, one of logarithms told in bits, a share
 * subtracted from 1, a score at most told in percent.
 */
export type QuantityKind = 'score' | 'share' | 'mean' | 'squares' | 'log' | 'sum';

/** A share of the rows, the mean of the losses of samples, or an increasing function of such a mean. */
export type IntervalKind = 'share' | 'mean' | 'none' | FunctionOfMean;

export interface FunctionOfMean {
  readonly of: MetricId;
  readonly map: (mean: number) => number;
  /** True where the mean is the loss without smoothing and class weights, whatever is set. */
  readonly bare?: true;
}

/** The loss that one sample of numbers has. */
export interface NumberSample {
  /** What it is called: `mse` is the mean of the squared error. */
  readonly name: string;
  /** How the losses of the samples become one number. */
  readonly reduction: 'mean' | 'sum';
  /** Whether it is a curve over the error alone, or takes prediction and target apart. */
  readonly dependsOn: 'error' | 'pair';
  /** NaN where it does not exist. */
  readonly loss: NumberLoss;
  /** `loss` of many samples at once, written out where it has to be fast. */
  readonly block?: BlockLoss;
  /** With respect to the prediction; at a kink the mean of both sides. null for a step. */
  readonly derivative: NumberLoss | null;
}

/** The loss that one sample of classes has; the mean over samples reduces it. */
export interface ClassSample {
  readonly name: string;
  /** The number of a sample that alone decides about its loss; `outputs` when it takes more than one. */
  readonly dependsOn: (context: LossContext) => Decisive;
  /** null where the model does not give what it takes. */
  readonly loss: (view: ClassView, parameters: Parameters) => SampleLoss | null;
  /** `loss` of many samples at once, where the outputs permit it. */
  readonly block: ((view: ClassView, parameters: Parameters) => Fill | null) | null;
  /** The loss over the number that decides, for two classes. */
  readonly curve: { readonly loss: CurveLoss; readonly derivative: CurveLoss } | null;
}

/** Probability of the true class, margin, own label, or several numbers. */
export type Decisive = 'probability' | 'margin' | 'label' | 'outputs';

/** What it may depend on which number decides. */
export interface LossContext {
  readonly task: PredictionTask;
  readonly parameters: Parameters;
}

type WithoutId<T> = T extends MetricDefinition ? Omit<T, 'id'> : never;

/** The entries of one family of metrics; the catalogue adds the ids. */
export type Family<Id extends MetricId> = Readonly<Record<Id, WithoutId<MetricDefinition>>>;

/** How a parameter is shown and moved. */
export interface ParameterDefinition {
  readonly name: string;
  /** Range of the slider; `isAllowed` is the rule. */
  readonly min: number;
  readonly max: number;
  readonly step: number;
  /** `target` stands for the unit of the target. */
  readonly unit: 'target' | 'fraction' | 'none' | 'count';
  /** The loss whose winner it can change, where models are compared along it. */
  readonly sweeps: MetricId | null;
  readonly rule: string;
  readonly isAllowed: (value: number) => boolean;
}
