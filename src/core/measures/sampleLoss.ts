import type { Parameters } from '../../shared/metricId';

/** Loss of one sample of a regression. */
export type NumberLoss = (prediction: number, target: number, parameters: Parameters) => number;

/**
 * The same of many samples: writes their losses to `out`. The arrays are equally long. A loss that has a
 * loop of its own is several times as fast as one that is called for each sample.
 */
export type BlockLoss = (
  prediction: Float64Array,
  target: Float64Array,
  parameters: Parameters,
  out: Float64Array,
  columnOf: ColumnOf,
) => void;

/** Other columns of the same samples by their names, as long; undefined where there is none of that name. */
export type ColumnOf = (name: string) => Float64Array | undefined;

/** Loss of one sample of a classification from one number: the probability of its true class, or its margin. */
export type CurveLoss = (x: number, parameters: Parameters) => number;

/** Loss of sample i. */
export type SampleLoss = (i: number) => number;
