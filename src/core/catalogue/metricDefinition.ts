import type { MetricId, Parameters, PredictionTask } from '../../shared/metricId';
import type { ClassView } from '../measures/classView';
import type { ErrorView } from '../measures/errorView';
import type { Measured } from '../measures/measured';
import type { BlockLoss, CurveLoss, NumberLoss, SampleLoss } from '../measures/sampleLoss';
import type { Usable } from '../samples/usable';
import type { Fill } from '../statistics/fill';

/** The parameters a person can move; class weights are not among them. */
export type ParameterName = Exclude<keyof Parameters, 'classWeights'>;

/** One loss or score: everything that table, charts, settings, documentation and tests know about it. */
export interface MetricDefinition {
  readonly id: MetricId;
  readonly name: string;
  readonly tasks: readonly PredictionTask[];
  /** Plain text. */
  readonly formula: string;
  /** MathML source. */
  readonly mathml: string;
  readonly direction: 'lower' | 'higher' | 'zero';
  readonly range: string;
  /** Value of a perfect prediction, where there is one: skill is measured towards it. */
  readonly perfect?: number;
  readonly parameters: readonly ParameterName[];
  /** How the losses of the samples become one number; absent where no sample has a loss of its own. */
  readonly reduction?: 'mean' | 'sum';
  /** Loss of one sample, NaN where it does not exist. */
  readonly perSample?: NumberLoss;
  /** `perSample` of many samples at once, written out where it has to be fast. */
  readonly ofBlock?: BlockLoss;
  /** Derivative of `perSample` with respect to the prediction; at a kink, the mean of both sides. */
  readonly derivative?: NumberLoss;
  readonly ofTrueProbability?: CurveLoss;
  readonly derivativeOfTrueProbability?: CurveLoss;
  readonly ofMargin?: CurveLoss;
  readonly derivativeOfMargin?: CurveLoss;
  /** Value over all samples of numbers: tasks regression and errors. */
  readonly measureErrors?: (view: ErrorView, parameters: Parameters) => Measured;
  /** Value over all samples of classes: tasks binary and multiclass. */
  readonly measureClasses?: (view: ClassView, parameters: Parameters) => Measured;
  /** Value against the first model of the report, over the rows that both have. */
  readonly measureAgainst?: (model: Usable, first: Usable) => Measured;
  /** Loss of sample i of a classifier, where it is more than a curve over one number. */
  readonly sampleOfClasses?: (view: ClassView, parameters: Parameters) => SampleLoss | null;
  /** `sampleOfClasses` of many samples at once, where the outputs permit it. */
  readonly blockOfClasses?: (view: ClassView, parameters: Parameters) => Fill | null;
  /** The constant prediction the value is compared with. */
  readonly baseline?: 'mean' | 'median' | 'quantile' | 'frequencies';
  /** The convention shown, and what other libraries print. */
  readonly note: string;
  readonly source: string;
}

/** The entries of one family of metrics; the catalogue adds the ids. */
export type Family<Id extends MetricId> = Readonly<Record<Id, Omit<MetricDefinition, 'id'>>>;

/** How a parameter is shown and moved. */
export interface ParameterDefinition {
  readonly name: string;
  /** Range of the slider; `isAllowed` is the rule. */
  readonly min: number;
  readonly max: number;
  readonly step: number;
  /** `target` stands for the unit of the target. */
  readonly unit: 'target' | 'fraction' | 'none' | 'count';
  readonly rule: string;
  readonly isAllowed: (value: number) => boolean;
}
