import type { Parameters } from '../../shared/metricId';

/** Inputs that set a parameter of the losses, and so change the whole report. */
export const isParameter: Readonly<Record<keyof Parameters, true>> = {
  huberDelta: true,
  smoothL1Beta: true,
  pseudoHuberDelta: true,
  quantile: true,
  tweediePower: true,
  tolerance: true,
  focalGamma: true,
  topK: true,
  calibrationBins: true,
  labelSmoothing: true,
  classWeights: true,
  ownLosses: true,
};
