/** What could be done to the outputs of a model, fitted to rows and judged on others. */
export interface Remedy {
  readonly id: RemedyId;
  /** What is done, in words that follow "by". */
  readonly name: string;
  /** The loss that it is judged by. */
  readonly loss: string;
  /** Loss of each sample as the outputs are. */
  readonly before: Float64Array;
  /** Fits to the samples for which `isUsed` holds. */
  readonly fit: (isUsed: (i: number) => boolean) => FittedRemedy;
}

export type RemedyId = 'shift' | 'rescale' | 'odds' | 'temperature' | 'isotonic' | 'threshold';

export interface FittedRemedy {
  /** Loss of sample i under the remedy. */
  readonly lossAt: (i: number) => number;
  /** What was fitted, in words. */
  readonly text: string;
  /** A line of Python that does it. */
  readonly code: string;
}
