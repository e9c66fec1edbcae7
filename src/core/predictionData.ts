import type { Parameters } from '../shared/metricId';
import type { ModelSamples } from './samples/modelSamples';
import type { Samples } from './samples/samples';
import type { Features } from './slices/features';

/** What figures and findings are worked out from: the packed samples of every model, and where they come from. */
export interface PredictionData {
  readonly models: readonly ModelSamples[];
  readonly samples: Samples;
  readonly parameters: Parameters;
  /** 1-based line of a 0-based data row; null where the source has no lines. */
  readonly lineOf: (row: number) => number | null;
  /** The columns that groups of rows are made of; absent where there are none. */
  readonly features?: Features;
}
